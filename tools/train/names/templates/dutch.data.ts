export const DUTCH = ``;
export const DUTCH_PLAIN = ``;
