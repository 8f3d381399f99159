/**
 * XML and HTML as a row of tokens that know where they stand in the source, so that one value can be changed and every other
 * byte stays. It reads what is there, well-formed or not: no entity of a document type is expanded (its text is read where it
 * is declared), nothing nests here, and each character is looked at a fixed number of times.
 */
import { NAMED_ENTITIES } from './entities.data.ts';

export interface MarkupAttribute {
  name: string;
  /** Where the name begins in the source. */
  at: number;
  value: string;
  /** The value in the source, without its quotes. */
  from: number;
  to: number;
  /** Empty where the value stands without quotes. */
  quote: '"' | "'" | '';
}

interface Span {
  /** The whole token in the source. */
  from: number;
  to: number;
}

export type MarkupToken =
  | (Span & { kind: 'start'; name: string; attributes: MarkupAttribute[]; isEmpty: boolean })
  | (Span & { kind: 'end'; name: string })
  | (Span & { kind: 'text'; text: string })
  /** What no reader shows: comments, character data sections, instructions, declarations, scripts, styles. */
  | (Span & { kind: 'comment' | 'cdata' | 'instruction' | 'declaration' | 'raw'; text: string; inner: Span });

const NAME_START = /[A-Za-z_:\u0080-\uffff]/;
/** Elements of HTML whose content is no markup. */
const RAW_ELEMENTS = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes']);

/** The tokens of a source, in order and without a gap. */
export function* markupTokens(source: string, dialect: 'xml' | 'html'): Generator<MarkupToken> {
  let at = 0;
  while (at < source.length) {
    const open = nextTag(source, at);
    if (open > at) yield { kind: 'text', from: at, to: open, text: decodeEntities(source.slice(at, open)) };
    if (open >= source.length) return;
    const token = readTag(source, open);
    yield token;
    at = token.to;
    if (dialect === 'html' && token.kind === 'start' && RAW_ELEMENTS.has(token.name.toLowerCase())) {
      const end = closingTag(source, at, token.name);
      if (end > at) yield bracketed('raw', source, { from: at, to: end }, 0, 0);
      at = end;
    }
  }
}

/** The next `<` that begins something; any other one is text. */
function nextTag(source: string, from: number): number {
  for (let at = source.indexOf('<', from); at !== -1; at = source.indexOf('<', at + 1)) {
    const next = source[at + 1] ?? '';
    if (next === '!' || next === '?' || NAME_START.test(next)) return at;
    if (next === '/' && NAME_START.test(source[at + 2] ?? '')) return at;
  }
  return source.length;
}

function readTag(source: string, from: number): MarkupToken {
  if (source.startsWith('<!--', from)) return enclosed('comment', source, from, '<!--', '-->');
  if (source.startsWith('<![CDATA[', from)) return enclosed('cdata', source, from, '<![CDATA[', ']]>');
  if (source.startsWith('<?', from)) return enclosed('instruction', source, from, '<?', '?>');
  if (source.startsWith('<!', from)) return declaration(source, from);
  if (source[from + 1] === '/') {
    const to = after(source, '>', from);
    return { kind: 'end', from, to, name: nameAt(source, from + 2) };
  }
  return startTag(source, from);
}

/** Just behind the next `mark`, or the end: what is never closed reaches to the end. */
function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

type Bracketed = Extract<MarkupToken, { inner: Span }>;

function bracketed(kind: Bracketed['kind'], source: string, span: Span, head: number, tail: number): Bracketed {
  const inner = { from: span.from + head, to: Math.max(span.from + head, span.to - tail) };
  return { kind, ...span, text: source.slice(inner.from, inner.to), inner };
}

function enclosed(kind: Bracketed['kind'], source: string, from: number, open: string, close: string): Bracketed {
  const to = after(source, close, from + open.length);
  const isClosed = source.startsWith(close, to - close.length) && to - close.length >= from + open.length;
  return bracketed(kind, source, { from, to }, open.length, isClosed ? close.length : 0);
}

/** A declaration ends at `>`; the inner subset of a document type, in square brackets, may hold others. */
function declaration(source: string, from: number): Bracketed {
  const close = after(source, '>', from);
  // Looked for up to the first `>` only: the declarations of a subset stand behind its bracket.
  const bracket = source.slice(from, close).indexOf('[');
  if (bracket === -1) return enclosed('declaration', source, from, '<!', '>');
  const subset = source.indexOf(']', from + bracket);
  const to = subset === -1 ? source.length : after(source, '>', subset);
  return bracketed('declaration', source, { from, to }, 2, source[to - 1] === '>' ? 1 : 0);
}

const NAME_END = /[\s/>=]/g;
const SPACE = /\s*/y;

function nameAt(source: string, from: number): string {
  NAME_END.lastIndex = from;
  const end = NAME_END.exec(source);
  return source.slice(from, end === null ? source.length : end.index);
}

function skipSpace(source: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.exec(source);
  return SPACE.lastIndex;
}

function startTag(source: string, from: number): MarkupToken {
  const name = nameAt(source, from + 1);
  const attributes: MarkupAttribute[] = [];
  let at = from + 1 + name.length;
  for (;;) {
    at = skipSpace(source, at);
    if (at >= source.length) return { kind: 'start', from, to: source.length, name, attributes, isEmpty: false };
    if (source[at] === '>') return { kind: 'start', from, to: at + 1, name, attributes, isEmpty: false };
    if (source.startsWith('/>', at)) return { kind: 'start', from, to: at + 2, name, attributes, isEmpty: true };
    const attribute = nameAt(source, at);
    if (attribute === '') {
      at += 1;
      continue;
    }
    const start = at;
    at = skipSpace(source, at + attribute.length);
    if (source[at] !== '=') {
      attributes.push({ name: attribute, at: start, value: '', from: at, to: at, quote: '' });
      continue;
    }
    const value = attributeValue(source, skipSpace(source, at + 1));
    attributes.push({ name: attribute, at: start, ...value });
    // Behind a quote that is never closed is nothing.
    at = Math.min(source.length, value.to + value.quote.length);
  }
}

const UNQUOTED_END = /[\s>]/g;

function attributeValue(source: string, at: number): Omit<MarkupAttribute, 'name' | 'at'> {
  const quote = source[at];
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, at + 1);
    const to = close === -1 ? source.length : close;
    return { value: decodeEntities(source.slice(at + 1, to)), from: at + 1, to, quote };
  }
  UNQUOTED_END.lastIndex = at;
  const end = UNQUOTED_END.exec(source);
  const to = end === null ? source.length : end.index;
  return { value: decodeEntities(source.slice(at, to)), from: at, to, quote: '' };
}

function closingTag(source: string, from: number, name: string): number {
  const pattern = new RegExp(`</${name.replace(/[^\w-]/g, '.')}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? source.length;
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));?/g;

/** Character references and the named entities people use; others stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED_ENTITIES.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What XML 1.0 allows in a document (section 2.2); other characters cannot be written even as references. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escapeText(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[\t\n]/g, (c) => `&#${c.charCodeAt(0)};`);
}
