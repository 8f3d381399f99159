/**
 * What the tokens of one conversation stand for. Lives in the memory of the extension only; whoever makes one passes the
 * randomness in.
 */
import { normaliseValue } from './normalise-value.ts';
import { formatToken } from './tokens.ts';

export interface Vault {
  /** The token for a value: always the same one for the same value of a type (spelling aside). */
  tokenFor(type: string, value: string): string;
  /** The value a token stands for, as it was first written; undefined when it is none of this conversation's. */
  valueOf(token: string): string | undefined;
  readonly size: number;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const SUFFIX_LENGTH = 6;
/** Seven digits are what a token can hold. */
const MAX_NUMBER = 9_999_999;

/** `randomBytes(n)` has to return `n` unpredictable bytes. */
export function createVault({ randomBytes }: { randomBytes: (length: number) => Uint8Array }): Vault {
  const suffix = Array.from(randomBytes(SUFFIX_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  if (suffix.length !== SUFFIX_LENGTH) throw new RangeError('randomBytes returned too few bytes');
  const values = new Map<string, string>();
  const tokens = new Map<string, string>();
  const numbers = new Map<string, number>();
  return {
    tokenFor(type, value) {
      const key = `${type}\u0000${normaliseValue(type, value)}`;
      const known = tokens.get(key);
      if (known !== undefined) return known;
      const token = nextToken(type);
      tokens.set(key, token);
      values.set(token, value);
      return token;
    },
    valueOf: (token) => values.get(token),
    get size() {
      return values.size;
    },
  };

  /** Counted by the written type: two types that are written alike must not meet in one token. */
  function nextToken(type: string): string {
    const written = formatToken(type, 0, '');
    const number = (numbers.get(written) ?? 0) + 1;
    if (number > MAX_NUMBER) throw new RangeError('more values than one conversation can have tokens for');
    numbers.set(written, number);
    return formatToken(type, number, suffix);
  }
}
