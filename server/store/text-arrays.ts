/**
 * A connection that sends arrays of text as bytes. As text each element would be escaped here, one by one, and unescaped
 * there: for records, which are JSON and full of quotes, that costs more than anything else about sending them.
 */
import pg from 'pg';

const TEXT_OID = pg.types.builtins.TEXT;
const CASTS = /\$(\d+)::text\[\]/g;
/** Which parameters of a statement are cast to `text[]`. Statements are few, and the same again and again. */
const known = new Map<string, readonly number[]>();
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
  for (const index of textArraysIn(text)) {
    const value = changed[index];
    if (Array.isArray(value)) changed[index] = encodeTextArray(value);
  }
  return changed;
}

function textArraysIn(text: string): readonly number[] {
  const found = known.get(text) ?? [...text.matchAll(CASTS)].map(([, number]) => Number(number) - 1);
  if (!known.has(text) && known.size < MAX_KNOWN) known.set(text, found);
  return found;
}

/** PostgreSQL's `array_send` of one dimension: dimensions, nulls, type, length, first index; each element with its length. */
export function encodeTextArray(values: readonly (string | null)[]): Buffer {
  if (values.length === 0) return header(0, false, 0);
  const size = values.reduce((sum, value) => sum + 4 + (value === null ? 0 : Buffer.byteLength(value)), 0);
  const start = header(1, values.includes(null), values.length);
  const bytes = Buffer.allocUnsafe(start.length + size);
  let at = start.copy(bytes);
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + 4);
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(0, length);
  }
  return bytes;
}

function header(dimensions: number, hasNull: boolean, length: number): Buffer {
  const fields = dimensions === 0 ? [0, 0, TEXT_OID] : [dimensions, hasNull ? 1 : 0, TEXT_OID, length, 1];
  const bytes = Buffer.alloc(fields.length * 4);
  for (const [index, field] of fields.entries()) bytes.writeInt32BE(field, index * 4);
  return bytes;
}
