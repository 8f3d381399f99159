export const GERMAN = ``;
export const GERMAN_PLAIN = ``;
