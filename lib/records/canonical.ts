/**
 * Canonical form of everything that is signed: RFC 8785 JSON, narrowed to what every JSON reader agrees on (whole
 * numbers within 2^53, well-formed strings, no absent values). The bytes that are stored are the bytes that are signed.
 */
import canonicalize from 'canonicalize';

export type CanonicalFault =
  | 'not_json'
  | 'not_canonical'
  | 'unsafe_number'
  | 'lone_surrogate'
  | 'absent_value'
  | 'unsupported_type'
  | 'too_deep';

export type Canonical =
  | { ok: true; text: string; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; code: CanonicalFault };
export type Parsed = { ok: true; value: unknown } | { ok: false; code: CanonicalFault };

const MAX_DEPTH = 16;
const encoder = new TextEncoder();

/** The canonical JSON of a value as text and as UTF-8. Refuses what another JSON reader could understand otherwise. */
export function toCanonical(value: unknown): Canonical {
  const code = findFault(value, 0);
  if (code !== null) return { ok: false, code };
  // Only `undefined` at the top has no text, and that was refused above.
  const text = canonicalize(value)!;
  return { ok: true, text, bytes: encoder.encode(text) };
}

/** The same of a value of our own making. Throws when it has no canonical form. */
export function canonicalText(value: unknown): string {
  return canonicalOf(value).text;
}

/** As `canonicalText`, in UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return canonicalOf(value).bytes;
}

function canonicalOf(value: unknown): Canonical & { ok: true } {
  const canonical = toCanonical(value);
  if (!canonical.ok) throw new Error(`no canonical form: ${canonical.code}`);
  return canonical;
}

/**
 * Read text that claims to be canonical. It must be, byte for byte: doubled keys, other spellings of a number, numbers
 * that lose digits and spaces all change when written again, so none of them can hide a second meaning.
 */
export function parseCanonical(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: 'not_json' };
  }
  // RFC 8785 is what JSON.stringify writes when keys are in order: seen without sorting them again. Whatever is unusual,
  // keys that are numbers and escaped surrogates among it, is looked at the long way.
  if (isInOrder(value, 0) && !text.includes('\\ud') && JSON.stringify(value) === text) return { ok: true, value };
  const canonical = toCanonical(value);
  if (!canonical.ok) return canonical;
  return canonical.text === text ? { ok: true, value } : { ok: false, code: 'not_canonical' };
}

/** Of what JSON.parse made: whole numbers only, not too deep, and keys in the order of their UTF-16 code units. */
function isInOrder(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (const inner of value) if (!isInOrder(inner, depth + 1)) return false;
    return true;
  }
  let before = '';
  for (const key in value) {
    if (key < before || !isInOrder((value as Record<string, unknown>)[key], depth + 1)) return false;
    before = key;
  }
  return true;
}

function findFault(value: unknown, depth: number): CanonicalFault | null {
  if (depth > MAX_DEPTH) return 'too_deep';
  switch (typeof value) {
    case 'boolean':
      return null;
    case 'string':
      return value.isWellFormed() ? null : 'lone_surrogate';
    case 'number':
      return Number.isSafeInteger(value) ? null : 'unsafe_number';
    case 'undefined':
      return 'absent_value';
    case 'object':
      return value === null ? null : findFaultInside(value, depth);
    default:
      return 'unsupported_type';
  }
}

function findFaultInside(value: object, depth: number): CanonicalFault | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return 'unsupported_type';
  if ('toJSON' in value) return 'unsupported_type';
  for (const [key, inner] of Object.entries(value)) {
    const fault = key.isWellFormed() ? findFault(inner, depth + 1) : 'lone_surrogate';
    if (fault !== null) return fault;
  }
  // A hole in an array is not among its entries, but would be written as null.
  return Array.isArray(value) && Object.keys(value).length !== value.length ? 'absent_value' : null;
}
