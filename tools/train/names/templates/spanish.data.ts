export const SPANISH = ``;
export const SPANISH_PLAIN = ``;
