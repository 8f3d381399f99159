/**
 * Values in base64, base64url, hex or as character codes. One layer deep: what comes out is not decoded again. All runs
 * of a text make one view, in which a finding covers its whole run.
 */
import { longStretches, matchesWithin, type UnitClass, unitClass } from '../stretches.ts';
import type { View } from './view.ts';

/** The class of a run has no inner ambiguity. */
const RUN = /[A-Za-z0-9+/_-]+(?:\r?\n[A-Za-z0-9+/_-]{2,})*={0,2}/y;
/** Sixteen characters hold twelve bytes: an identity number. */
const LEAST_RUN = 16;
const IN_RUN = unitClass(/[A-Za-z0-9+/_-]/);
const HEX = /^(?:[0-9a-fA-F]{2}){9,}$/;
/** `34 35 33 39`, `34:35:33`, `0x34, 0x35`. */
const HEX_BYTES = /(?<![0-9A-Za-z])(?:0x)?[0-9a-fA-F]{2}(?:[ :,]{1,2}(?:0x)?[0-9a-fA-F]{2}){8,}(?![0-9A-Za-z])/g;
/** `[52, 53, 51]`: codes of visible characters. */
/** Nine bytes and what is between them. */
const LEAST_NUMBERS = 26;
const IN_HEX_BYTES = unitClass(/[0-9a-fA-Fx :,]/);
const IN_CODES = unitClass(/[0-9 ,;]/);
const CHARACTER_CODES =
  /(?<![0-9A-Za-z])(?:[3-9][0-9]|1[01][0-9]|12[0-6])(?:[ ,;]{1,2}(?:[3-9][0-9]|1[01][0-9]|12[0-6])){8,}(?![0-9A-Za-z])/g;
/** Anything a person would not have typed. */
const NOT_TEXT = /[\x00-\x08\x0e-\x1f\x7f\ufffd]/;
/** The first bytes already tell text from binary; decoding the rest is only worth it for text. */
const PROBE = 24;
const GAP = '\n\n\n';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const UTF_16 = new TextDecoder('utf-16le', { fatal: true });

function hexBytes(run: string): Uint8Array {
  const bytes = new Uint8Array(run.length >> 1);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(run.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

function base64Bytes(run: string): Uint8Array {
  const plain = run
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[=\r\n]+/g, '');
  const binary = atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function read(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    const text = decoder.decode(bytes);
    return NOT_TEXT.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Text in UTF-8, or in UTF-16 as PowerShell encodes it; null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0 && bytes.length % 2 === 0;
  return read(isUtf16 ? UTF_16 : UTF_8, bytes);
}

/** False for what is surely binary: a control character, or a byte outside ASCII that does not begin or go on a sequence. */
function mayBeText(head: Uint8Array): boolean {
  let open = 0;
  let visible = false;
  for (const byte of head) {
    if (byte >= 0x80 ? byte >= 0xc0 === open > 0 || byte >= 0xf5 : open > 0) return false;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0) return false;
    if (byte >= 0xc0) open = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    else if (byte >= 0x80) open -= 1;
    else visible ||= byte >= 0x30 && byte < 0x7f;
  }
  return visible;
}

function decode(bytesOf: (run: string) => Uint8Array, run: string): string | null {
  return mayBeText(bytesOf(run.slice(0, PROBE))) ? textOf(bytesOf(run)) : null;
}

interface Decoded {
  start: number;
  end: number;
  text: string;
  code: string;
}

/** The readings of a run: lines are taken together where they are as long as encoders make them, else one by one. */
function decodeRun(run: string, start: number): Decoded[] {
  if (!run.includes('\n')) {
    const span = { start, end: start + run.length };
    const hex = HEX.test(run) ? decode(hexBytes, run) : null;
    if (hex !== null) return [{ ...span, text: hex, code: 'encoded:hex' }];
    const text = decode(base64Bytes, run);
    return text === null ? [] : [{ ...span, text, code: 'encoded:base64' }];
  }
  const lines = run.split(/\r?\n/);
  const width = lines[0]!.length;
  if (width >= 40 && lines.every((line, index) => line.length === width || index === lines.length - 1)) {
    const text = decode(base64Bytes, run);
    if (text !== null) return [{ start, end: start + run.length, text, code: 'encoded:base64' }];
  }
  let at = start;
  return lines.flatMap((line) => {
    const from = at;
    at += line.length + (run[at - start + line.length] === '\r' ? 2 : 1);
    return line.length < 16 ? [] : decodeRun(line, from);
  });
}

function decodeRuns(text: string): Decoded[] {
  const stretches = longStretches(text, IN_RUN, LEAST_RUN);
  const found: Decoded[] = [];
  let reached = 0;
  for (let index = 0; index < stretches.length; index += 2) {
    const start = stretches[index]!;
    // A run goes on over line breaks, so it may hold the next stretches.
    if (start < reached) continue;
    RUN.lastIndex = start;
    const run = RUN.exec(text)![0];
    reached = start + run.length;
    found.push(...decodeRun(run, start));
  }
  return found;
}

function decodeNumbers(text: string): Decoded[] {
  const found: Decoded[] = [];
  const add = (members: UnitClass, pattern: RegExp, code: string, bytesOf: (run: string) => Uint8Array) => {
    for (const { 0: run, index: start } of matchesWithin(text, longStretches(text, members, LEAST_NUMBERS), pattern)) {
      const decoded = textOf(bytesOf(run));
      if (decoded !== null) found.push({ start, end: start + run.length, text: decoded, code });
    }
  };
  add(IN_HEX_BYTES, HEX_BYTES, 'encoded:hex', (run) => hexBytes(run.replace(/0x|[ :,]/g, '')));
  add(IN_CODES, CHARACTER_CODES, 'encoded:codes', (run) => Uint8Array.from(run.split(/[ ,;]+/), Number));
  return found;
}

/** What the encoded runs of a normalised text say; null when there are none. */
export function encodedView(text: string): View | null {
  const decoded = [...decodeRuns(text), ...decodeNumbers(text)];
  if (decoded.length === 0) return null;
  const ends: number[] = [];
  let length = 0;
  for (const each of decoded) {
    length += each.text.length + GAP.length;
    ends.push(length);
  }
  return {
    text: decoded.map((each) => each.text).join(GAP),
    toSource: (from) => {
      const { start, end, code } = decoded[countUpTo(ends, from)]!;
      return { start, end, codes: [code] };
    },
  };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
