export const FRENCH = ``;
export const FRENCH_PLAIN = ``;
