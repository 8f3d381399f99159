/**
 * The text of XML, HTML and the XML of office files, as people would read it: a value cut up by formatting is one value, and
 * what no reader shows (attributes, comments, scripts, instructions, declarations) is read as well, in texts of its own.
 */
import { type MappedText, type Splice, Weaver } from './mapped-text.ts';
import { escapeAttribute, escapeText, type MarkupAttribute, type MarkupToken, markupTokens } from './markup.ts';
import type { Work } from './work.ts';

export type MarkupDialect = 'xml' | 'html' | 'office';

type Start = Extract<MarkupToken, { kind: 'start' }>;
type Hidden = Extract<MarkupToken, { inner: unknown }>;

/** Reads a source; the texts of its attributes, comments and the like are placed at `<place>!markup`. */
export async function readMarkup(
  source: string,
  dialect: MarkupDialect,
  place: string,
  work: Work,
): Promise<MappedText[]> {
  const texts = new MarkupTexts(source, dialect, place);
  for (const token of markupTokens(source, dialect === 'html' ? 'html' : 'xml')) {
    texts.take(token);
    if (work.spend(token.to - token.from)) await work.breathe();
    if (work.stopped) break;
  }
  return texts.finish();
}

/** Takes the tokens of a source one by one. */
export class MarkupTexts {
  readonly #source: string;
  readonly #dialect: MarkupDialect;
  readonly #text: Weaver;
  readonly #hidden: Weaver;
  readonly #flow: Flow;

  constructor(source: string, dialect: MarkupDialect, place: string) {
    this.#source = source;
    this.#dialect = dialect;
    this.#text = new Weaver(() => place);
    this.#hidden = new Weaver(() => `${place}!markup`);
    this.#flow = FLOWS[dialect](this.#text);
  }

  take(token: MarkupToken): void {
    if (token.kind === 'text') this.#flow.text(token.text, { from: token.from, to: token.to, write: escapeText });
    else if (token.kind === 'end') this.#flow.end(token.name);
    else if (token.kind === 'cdata') this.#flow.text(token.text, { ...token.inner, write: escapeCharacterData });
    else if (token.kind === 'start') {
      this.#flow.start(token, this.#source);
      for (const attribute of token.attributes) readAttribute(this.#hidden, token, attribute, this.#dialect);
    } else readHidden(this.#hidden, token);
  }

  finish(): MappedText[] {
    return [...this.#text.finish(), ...this.#hidden.finish()];
  }
}

interface Source {
  from: number;
  to: number;
  write(text: string): string;
}

/** How the elements of a dialect make lines. */
interface Flow {
  start(token: Start, source: string): void;
  end(name: string): void;
  text(text: string, source: Source): void;
}

const FLOWS: Record<MarkupDialect, (weaver: Weaver) => Flow> = { xml: xmlFlow, html: htmlFlow, office: officeFlow };

/**
 * Any XML: an element begins a line, named after it, unless it stands in running text (`4111 <b>1111</b>`).
 */
function xmlFlow(weaver: Weaver): Flow {
  /** Per open element whether it, or one around it, had text of its own. */
  const running: boolean[] = [];
  return {
    start({ name, isEmpty }) {
      const isRunning = running.at(-1) ?? false;
      if (!isRunning) {
        weaver.separate('line');
        weaver.label(isEmpty ? '' : `${localName(name)}: `);
      }
      if (!isEmpty) running.push(isRunning);
    },
    end() {
      weaver.label('');
      running.pop();
    },
    text(text, source) {
      // A blank between two words that are formatted counts, the indentation between two fields does not.
      if (text.trim() === '' && (running.at(-1) !== true || text.includes('\n'))) return;
      weaver.add(text, source);
      if (running.length > 0) running[running.length - 1] = true;
    },
  };
}

/** Elements of HTML and SVG that do not end a line (HTML Living Standard, section 15.3, and `tspan`). */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span ' +
    'strike strong sub sup time tspan tt u var wbr'
  ).split(' '),
);

function htmlFlow(weaver: Weaver): Flow {
  const boundary = (name: string) => {
    const tag = name.toLowerCase();
    if (tag === 'td' || tag === 'th') weaver.separate('cell');
    else if (tag === 'tr') weaver.separate('row');
    else if (!INLINE.has(tag)) weaver.separate('line');
  };
  return {
    start: ({ name }) => boundary(name),
    end: boundary,
    text(text, source) {
      if (text.trim() === '' && weaver.isFresh) return;
      weaver.add(text, source);
    },
  };
}

/** Paragraphs of Word, PowerPoint and Excel (ECMA-376) and of OpenDocument: what stands in one is one text. */
const PARAGRAPHS = new Set(['p', 'h', 'si', 'is']);
const CELLS = new Set(['tc', 'table-cell', 'covered-table-cell']);
const ROWS = new Set(['tr', 'table-row']);
const BREAKS = new Map([
  ['br', '\n'],
  ['cr', '\n'],
  ['line-break', '\n'],
  ['tab', '\t'],
  ['ptab', '\t'],
  ['s', ' '],
  ['noBreakHyphen', '-'],
]);
const MOST_SPACES = 1_000;

function officeFlow(weaver: Weaver): Flow {
  let paragraphs = 0;
  /** Inside the list of tab stops, where `tab` is no character. */
  let stops = 0;
  const boundary = (name: string) => {
    if (CELLS.has(name)) weaver.separate('cell');
    else if (ROWS.has(name)) weaver.separate('row');
    else if (paragraphs === 0 || PARAGRAPHS.has(name)) weaver.separate('line');
  };
  return {
    start(token, source) {
      const name = localName(token.name);
      const character = paragraphs > 0 && stops === 0 ? BREAKS.get(name) : undefined;
      if (character !== undefined) return addBreak(weaver, token, character, source);
      boundary(name);
      if (token.isEmpty) return;
      if (PARAGRAPHS.has(name)) paragraphs += 1;
      if (name === 'tabs') stops += 1;
    },
    end(tag) {
      const name = localName(tag);
      if (PARAGRAPHS.has(name)) paragraphs = Math.max(0, paragraphs - 1);
      if (name === 'tabs') stops = Math.max(0, stops - 1);
      boundary(name);
    },
    text(text, source) {
      if (text.trim() === '' && (paragraphs === 0 || text.includes('\n'))) return;
      weaver.add(text, source);
    },
  };
}

/** A tab or line break can be dropped; one that is no empty element stays, or its end would be left over. */
function addBreak(weaver: Weaver, token: Start, character: string, source: string): void {
  const spaces = token.attributes.find(({ name }) => localName(name) === 'c')?.value;
  const count = character === ' ' && spaces !== undefined ? Math.min(MOST_SPACES, Number.parseInt(spaces, 10) || 1) : 1;
  const element = source.slice(token.from, token.to);
  const write = (text: string) => (text === '' && token.isEmpty ? '' : element);
  weaver.add(character.repeat(Math.max(1, count)), { from: token.from, to: token.to, write, isSolid: true });
}

const XML_DECLARATION = /^xml\s/;
const HTML_DOCTYPE = /^doctype\s+html\s*$/i;

function readHidden(weaver: Weaver, { kind, text, inner }: Hidden): void {
  if (text.trim() === '' || XML_DECLARATION.test(text) || HTML_DOCTYPE.test(text)) return;
  weaver.separate('line');
  weaver.add(text, { ...inner, write: HIDDEN_ESCAPES[kind] });
}

const escapeCharacterData = (text: string) => text.replaceAll(']]>', ']]]]><![CDATA[>');

const HIDDEN_ESCAPES: Record<Hidden['kind'], (text: string) => string> = {
  cdata: escapeCharacterData,
  comment: (text) => text.replace(/-(?=-|$)/g, '- '),
  instruction: (text) => text.replaceAll('?>', '? >'),
  declaration: (text) => text,
  raw: (text) => text.replace(/<(?=\/)/g, '<\\'),
};

/** Attributes of OpenDocument cells that hold what the cell shows; another text in one makes the cell a cell of text. */
const STORED_VALUES = new Set(['value', 'date-value', 'time-value', 'boolean-value']);
const STORED_KIND = /^(?:string|date|time|boolean)-(?=value$)/;

function asTextCell({ attributes }: Start, { name, at }: MarkupAttribute): Splice[] {
  const type = attributes.find((one) => localName(one.name) === 'value-type');
  if (type === undefined || !STORED_VALUES.has(localName(name))) return [];
  const prefix = name.slice(0, name.length - localName(name).length);
  return [
    { from: at, to: at + name.length, text: `${prefix}string-value` },
    { from: type.from, to: type.to, text: 'string' },
  ];
}

function readAttribute(weaver: Weaver, tag: Start, attribute: MarkupAttribute, dialect: MarkupDialect): void {
  const { name, value, from, to, quote } = attribute;
  const element = tag.name;
  if (value.trim() === '' || name === 'xmlns' || name.startsWith('xmlns:')) return;
  if (dialect === 'office' && !isTelling(tag, name, value)) return;
  weaver.separate('line');
  weaver.label(`${localName(name).replace(STORED_KIND, '')}: `);
  const isSheet = dialect === 'office' && localName(element) === 'sheet' && name === 'name';
  const write = (text: string) => {
    const escaped = escapeAttribute(isSheet ? asSheetName(text) : text);
    return quote === '' ? `"${escaped}"` : escaped;
  };
  weaver.add(value, { from, to, write, also: dialect === 'office' ? asTextCell(tag, attribute) : [] });
}

/** Attributes of office files that hold what people wrote. */
const WRITTEN = new Set(
  (
    'alias alt author authors code company contentStatus creator date-value descr description display displayName error ' +
    'displayText docVar errorTitle help helpText initials instr keywords lastModifiedBy listEntry manager placeholder prompt promptTitle providerId screenTip ' +
    'statusText string-value statusBar subject tag tblCaption tblDescription title tooltip userId uniqueName username'
  ).split(' '),
);
/** Elements whose name a person gave; that of a shape or style comes from the program ("Footer Placeholder 5"). */
const NAMED = new Set('sheet definedName table tableColumn property cacheField dataField named-range'.split(' '));
const SCHEMA =
  /^(?:https?:\/\/(?:schemas|purl|www\.w3)\.|urn:|application\/|\.\.?\/|\/?(?:word|xl|ppt|docProps|customXml|_rels|META-INF)\/)/;
const GUID = /^\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?$/;
/** Long numbers, addresses, long tokens: what no setting of a document looks like. */
const VALUE = /\d[\d -]{7,}\d|@|(?=[A-Za-z_+/=-]{0,64}\d)[A-Za-z0-9_\-+/=]{20}/;
const SENTENCE = /\S+\s+\S+\s+\S+\s+\S+/;
/** Numbers by which a document counts its own pieces (32 bits), and the shape of a font (ten bytes). */
const OWN_NUMBER = /^-?\d{1,10}$/;
const FONT_SHAPE = /^[0-9A-Fa-f]{20}$/;

/** Excel takes a workbook for damaged when a sheet's name is longer than 31 characters or has one of these in it. */
function asSheetName(text: string): string {
  return text
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/[:*?/\\]/g, '_')
    .slice(0, 31);
}

function isTelling({ name: tag, attributes }: Start, attribute: string, value: string): boolean {
  const element = localName(tag);
  const name = localName(attribute);
  if (SCHEMA.test(value) || GUID.test(value)) return false;
  // What a relationship points to: a member of the package, or something outside.
  if (name === 'Target') return attributes.some((one) => one.name === 'TargetMode' && one.value === 'External');
  // Copies of cells that a pivot table keeps.
  if (name === 'v' && (element === 's' || element === 'n' || element === 'd')) return true;
  // Word writes `<w:alias w:val="...">` where others have `alias="..."`.
  if (WRITTEN.has(name === 'val' ? element : name) || (name === 'name' && NAMED.has(element))) return true;
  if ((name === 'val' || name === 'id') && OWN_NUMBER.test(value)) return false;
  if (name !== 'val' && name !== 'name' && SENTENCE.test(value)) return true;
  const isFontShape = FONT_SHAPE.test(value) && (element === 'panose1' || name === 'panose');
  return VALUE.test(value) && !isFontShape;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
