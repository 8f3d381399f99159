/** A code that two ends show and a person compares: letters that make no word and are not mistaken (RFC 8628, 6.1). */
import { randomInt } from 'node:crypto';

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** `BCDF-GHJK`: 34 bits. Nobody gets anywhere by guessing one; what signs a device in is the link. */
export function createCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
