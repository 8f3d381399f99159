/**
 * A connection that sends arrays as bytes. As text each element would be escaped here, one by one, and unescaped there:
 * for records, which are JSON and full of quotes, that costs more than anything else about sending them.
 */
import pg from 'pg';

type Encode = (values: readonly unknown[]) => Buffer | null;

const CASTS = /\$(\d+)::(text|uuid|bigint)\[\]/g;
const ENCODE: Record<string, Encode> = { text: encodeTextArray, uuid: encodeUuidArray, bigint: encodeBigintArray };
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
  let size = 0;
  for (const value of values) {
    if (typeof value !== 'string' && value !== null) return null;
    size += 4 + (value === null ? 0 : Buffer.byteLength(value));
  }
  const { bytes, start } = begin(pg.types.builtins.TEXT, values, size);
  let at = start;
  for (const value of values as (string | null)[]) {
    const length = value === null ? -1 : bytes.write(value, at + 4);
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(0, length);
  }
  return bytes;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function encodeUuidArray(values: readonly unknown[]): Buffer | null {
  if (!values.every((value) => typeof value === 'string' && UUID.test(value))) return null;
  const { bytes, start } = begin(pg.types.builtins.UUID, values, values.length * 20);
  let at = start;
  for (const value of values as string[]) {
    bytes.writeInt32BE(16, at);
    bytes.write(value.replaceAll('-', ''), at + 4, 'hex');
    at += 20;
  }
  return bytes;
}

export function encodeBigintArray(values: readonly unknown[]): Buffer | null {
  if (!values.every((value) => value === null || Number.isSafeInteger(value))) return null;
  const nulls = values.filter((value) => value === null).length;
  const { bytes, start } = begin(pg.types.builtins.INT8, values, values.length * 12 - nulls * 8);
  let at = start;
  for (const value of values as (number | null)[]) {
    bytes.writeInt32BE(value === null ? -1 : 8, at);
    if (value !== null) bytes.writeBigInt64BE(BigInt(value), at + 4);
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
