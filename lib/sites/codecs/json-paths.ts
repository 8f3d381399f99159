/**
 * JSON, read and written on the source text: every string literal is a leaf with its offsets, and closing the body
 * replaces only the literals concerned. Parsing and printing would lose integers beyond 2^53, duplicate keys, number
 * spelling and key order; this keeps all of them. No recursion, so depth cannot overflow the stack.
 */
import { createScanner } from 'jsonc-parser';
import { type Leaf, MOST_STRINGS, type Opened, type Replacements } from './leaf.ts';
import { isMachineToken } from './machine-token.ts';

/** Deeper bodies stay unread: no app sends them, and the paths of their leaves would grow with the square. */
const DEEPEST = 100;

/** Longest and shortest card number. */
const SHORTEST_CARD = 13;
const LONGEST_CARD = 19;

interface Container {
  /** Key (in an object) or index (in an array) of the value that comes next. */
  at: string | number;
}

interface Literal {
  leaf: Leaf;
  /** Offsets into the source, quotes included. */
  start: number;
  end: number;
}

/** Open JSON text (a byte order mark is tolerated). Null when it is not valid JSON; opaque when over 100 deep or too full. */
export function openJson(text: string): Opened<string> | null {
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const source = text.slice(bom.length);
  if (!isJson(source)) return null;
  const literals = scanStrings(source);
  if (typeof literals === 'string') return { leaves: [], opaque: [{ path: [], reason: literals }], close: () => text };
  return {
    leaves: literals.map(({ leaf }) => leaf),
    opaque: [],
    close: (replacements) => bom + splice(source, literals, replacements),
  };
}

/** The platform's own parser decides what is JSON, as it does on the receiving side. */
function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

function scanStrings(source: string): Literal[] | 'unknown_shape' | 'oversized' {
  const literals: Literal[] = [];
  const stack: Container[] = [];
  const scanner = createScanner(source, true);
  let expectsKey = false;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const top = stack.at(-1);
    if (literals.length > MOST_STRINGS) return 'oversized';
    // Literals and colons change nothing: the text is known to be valid.
    switch (source[start]) {
      case '{':
      case '[':
        if (stack.length === DEEPEST) return 'unknown_shape';
        expectsKey = source[start] === '{';
        stack.push({ at: expectsKey ? '' : 0 });
        break;
      case '}':
      case ']':
        stack.pop();
        expectsKey = false;
        break;
      case ',':
        if (typeof top?.at === 'number') top.at += 1;
        else expectsKey = true;
        break;
      case '"': {
        const text = scanner.getTokenValue();
        if (expectsKey && top) top.at = text;
        if (!expectsKey || !isMachineToken(text)) {
          const leaf: Leaf = { path: stack.map(({ at }) => at), text, ...(expectsKey ? { key: true } : {}) };
          literals.push({ leaf, start, end: start + scanner.getTokenLength() });
        }
        expectsKey = false;
        break;
      }
      default: {
        const length = scanner.getTokenLength();
        if (length < SHORTEST_CARD || length > LONGEST_CARD) break;
        const text = source.slice(start, start + length);
        const leaf: Leaf = { path: stack.map(({ at }) => at), text, number: true };
        if (looksLikeCard(text)) literals.push({ leaf, start, end: start + length });
      }
    }
  }
  return literals;
}

/** Digits in the ranges of payment networks with a right check digit (ISO/IEC 7812-1, annex B). */
function looksLikeCard(text: string): boolean {
  if (!/^[2-6]\d+$/.test(text)) return false;
  let sum = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = text.charCodeAt(text.length - 1 - place) - 48;
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

function splice(source: string, literals: readonly Literal[], replacements: Replacements): string {
  let result = '';
  let done = 0;
  for (const { leaf, start, end } of literals) {
    const text = replacements.get(leaf);
    if (text === undefined) continue;
    result += source.slice(done, start) + JSON.stringify(text);
    done = end;
  }
  return result + source.slice(done);
}
