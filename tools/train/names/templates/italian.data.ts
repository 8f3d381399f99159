export const ITALIAN = ``;
export const ITALIAN_PLAIN = ``;
