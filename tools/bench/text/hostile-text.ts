/** Texts that cost a careless matcher far more than their length. */
import { oneOf, seededPick } from './random.ts';

export interface HostileText {
  name: string;
  make(length: number): string;
}

const BASE64 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];

const repeated = (unit: string): HostileText => ({
  name: JSON.stringify(unit),
  make: (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
});

const base64: HostileText = {
  name: 'base64',
  make(length) {
    const pick = seededPick(64);
    return Array.from({ length }, () => oneOf(pick, BASE64)).join('');
  },
};

/** Runs that patterns with nested or adjoining repetition try to split in every way. */
const RUNS = ['a', '1', '@', ' - ', 'a.', '1-', '1 ', 'http://', 'key=', 'a@', 'a:', 'Ab '];
/**
 * Beginnings whose end never comes, values that are read twice, once as they stand and once decoded, and of all units of up to
 * three of seventeen words and signs those that take longest.
 */
const OURS = ['-----BEGIN PRIVATE KEY-----', 'ab%40c.com ', '11 ', 'a:Ab', 'a, A', '(1'];

export const HOSTILE: readonly HostileText[] = [...RUNS, ...OURS].map(repeated).concat(base64);
