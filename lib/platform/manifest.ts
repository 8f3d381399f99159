export const manifest = (_browser: string) => ({ name: 'Sluice' });
