/**
 * JSON, read and written on the source text: every string literal is a leaf with its offsets, and closing the body
 * replaces only the literals concerned. Parsing and printing would lose integers beyond 2^53, duplicate keys, number
 * spelling and key order; this keeps all of them. No recursion, so depth cannot overflow the stack.
 */
import { createScanner } from 'jsonc-parser';
import type { Leaf, Opened, Replacements } from './leaf.ts';
import { isMachineToken } from './machine-token.ts';

/** Deeper bodies stay unread: no app sends them, and the paths of their leaves would grow with the square. */
const DEEPEST = 100;

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

/** Open JSON text (a byte order mark is tolerated). Null when it is not valid JSON; opaque when nested over 100 deep. */
export function openJson(text: string): Opened<string> | null {
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const source = text.slice(bom.length);
  if (!isJson(source)) return null;
  const literals = scanStrings(source);
  if (literals === null) return { leaves: [], opaque: [{ path: [], reason: 'unknown_shape' }], close: () => text };
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

function scanStrings(source: string): Literal[] | null {
  const literals: Literal[] = [];
  const stack: Container[] = [];
  const scanner = createScanner(source, true);
  let expectsKey = false;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const top = stack.at(-1);
    // Numbers, literals and colons change nothing: the text is known to be valid.
    switch (source[start]) {
      case '{':
      case '[':
        if (stack.length === DEEPEST) return null;
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
      }
    }
  }
  return literals;
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
