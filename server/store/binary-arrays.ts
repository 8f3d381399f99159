/**
 * A connection that sends arrays as bytes. As text each element would be escaped here, one by one, and unescaped there:
 * for records, which are JSON and full of quotes, that costs more than anything else about sending them.
 */
import pg from 'pg';

type Encode = (values: readonly unknown[]) => Buffer | null;

const CASTS = /\$(\d+)::(text|uuid|bigint|jsonb)\[\]/g;
const ENCODE: Record<string, Encode> = {
  text: encodeTextArray,
  uuid: encodeUuidArray,
  bigint: encodeBigintArray,
  jsonb: encodeJsonbArray,
};
/** Which parameters of a statement are cast to which arrays. Statements are few, and the same again and again. */
const known = new Map<string, readonly [index: number, encode: Encode][]>();
const MAX_KNOWN = 500;

export class ArrayClient extends pg.Client {
  // The overloads are those of pg; only statements with parameters in an array are looked at.
  override query(...given: unknown[]): never {
    const [text, values] = given;
    if (typeof text === 'string' && Array.isArray(values)) given[1] = withArrays(text, values);
    return (super.query as (...args: unknown[]) => never)(...given);
  }
}

function withArrays(text: string, values: readonly unknown[]): unknown[] {
  const changed = [...values];
  for (const [index, encode] of arraysIn(text)) {
    const value = changed[index];
    if (Array.isArray(value)) changed[index] = encode(value) ?? value;
  }
  return changed;
}

function arraysIn(text: string) {
  const found =
    known.get(text) ??
    [...text.matchAll(CASTS)].map(
      ([, number, type]) => [Number(number) - 1, ENCODE[type!]!] as const satisfies unknown,
    );
  if (!known.has(text) && known.size < MAX_KNOWN) known.set(text, found as [number, Encode][]);
  return found as readonly [number, Encode][];
}

/*
 * PostgreSQL's `array_send` of one dimension: dimensions, nulls, type, length, first index; each element with its length.
 * Null for values that are something else: those are sent as text, and the database says what is wrong with them.
 */

export function encodeTextArray(values: readonly unknown[]): Buffer | null {
  return encodeTexts(pg.types.builtins.TEXT, values, null);
}

/** `jsonb_send`: a version, and the text. */
const JSONB_VERSION = 1;

/** @param values JSON text. */
export function encodeJsonbArray(values: readonly unknown[]): Buffer | null {
  return encodeTexts(pg.types.builtins.JSONB, values, JSONB_VERSION);
}

/** @param first A byte that stands before each text. */
function encodeTexts(type: number, values: readonly unknown[], first: number | null): Buffer | null {
  const before = first === null ? 0 : 1;
  let size = 0;
  for (const value of values) {
    if (typeof value !== 'string' && value !== null) return null;
    size += 4 + (value === null ? 0 : before + Buffer.byteLength(value));
  }
  const { bytes, start } = begin(type, values, size);
  let at = start;
  for (const value of values as (string | null)[]) {
    const length = value === null ? -1 : before + bytes.write(value, at + 4 + before);
    if (value !== null && first !== null) bytes[at + 4] = first;
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(0, length);
  }
  return bytes;
}

/** Where in the text of a uuid each of its bytes begins. */
const UUID_BYTES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const UUID_DASHES = [8, 13, 18, 23];
const DASH = '-'.charCodeAt(0);
/** What a hexadecimal digit is worth, by its character; NO_DIGIT for what is none. */
const NO_DIGIT = 0x80;
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return digit === -1 ? NO_DIGIT : digit;
});

export function encodeUuidArray(values: readonly unknown[]): Buffer | null {
  const { bytes, start } = begin(pg.types.builtins.UUID, values, values.length * 20);
  let at = start;
  for (const value of values) {
    if (typeof value !== 'string' || !writeUuid(bytes, at + 4, value)) return null;
    bytes.writeInt32BE(16, at);
    at += 20;
  }
  return bytes;
}

function writeUuid(bytes: Buffer, at: number, text: string): boolean {
  if (text.length !== 36 || UUID_DASHES.some((place) => text.charCodeAt(place) !== DASH)) return false;
  let wrong = 0;
  for (let index = 0; index < 16; index++) {
    const place = UUID_BYTES[index]!;
    const high = DIGITS[text.charCodeAt(place)] ?? NO_DIGIT;
    const low = DIGITS[text.charCodeAt(place + 1)] ?? NO_DIGIT;
    wrong |= high | low;
    bytes[at + index] = (high << 4) | low;
  }
  return (wrong & NO_DIGIT) === 0;
}

export function encodeBigintArray(values: readonly unknown[]): Buffer | null {
  if (!values.every((value) => value === null || Number.isSafeInteger(value))) return null;
  const nulls = values.filter((value) => value === null).length;
  const { bytes, start } = begin(pg.types.builtins.INT8, values, values.length * 12 - nulls * 8);
  let at = start;
  for (const value of values as (number | null)[]) {
    bytes.writeInt32BE(value === null ? -1 : 8, at);
    if (value !== null) {
      // Two halves: a `BigInt` of each number costs more than all else about it.
      bytes.writeInt32BE(Math.floor(value / 2 ** 32), at + 4);
      bytes.writeUInt32BE(value >>> 0, at + 8);
    }
    at += value === null ? 4 : 12;
  }
  return bytes;
}

function begin(type: number, values: readonly unknown[], size: number): { bytes: Buffer; start: number } {
  const fields = values.length === 0 ? [0, 0, type] : [1, values.includes(null) ? 1 : 0, type, values.length, 1];
  const start = fields.length * 4;
  const bytes = Buffer.allocUnsafe(start + size);
  for (const [index, field] of fields.entries()) bytes.writeInt32BE(field, index * 4);
  return { bytes, start };
}
