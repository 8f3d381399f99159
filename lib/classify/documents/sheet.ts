/** The cells of an Excel sheet (ECMA-376 part 1, section 18.3) as lines of text with the way back. */
import { type NumberStyle, showNumber } from './cell-number.ts';
import { applySplices, type MappedText, Weaver } from './mapped-text.ts';
import { escapeText, type MarkupToken, markupTokens } from './markup.ts';
import { localName, MarkupTexts } from './markup-text.ts';
import type { Work } from './work.ts';

/** What the cells of a workbook refer to. */
export interface Workbook {
  strings: readonly string[];
  /** Number format by style index. */
  styles: readonly NumberStyle[];
  from1904: boolean;
}

export interface SheetReading {
  cells: MappedText[];
  formulas: MappedText[];
  /** Header, hyperlinks, validation: all that is no cell. */
  others: MappedText[];
  /** Indexes of the shared strings the cells show. */
  strings: Set<number>;
}

type Start = Extract<MarkupToken, { kind: 'start' }>;

interface Cell {
  tag: Start;
  reference: string;
  type: string;
  value: string;
  formula: { from: number; to: number; text: string; source: string } | null;
}

/** Reads a sheet whose name is `sheet`; the place of its cells is the range they cover (`Staff!A1:D20`). */
export async function readSheet(source: string, sheet: string, book: Workbook, work: Work): Promise<SheetReading> {
  const ranges: Range[] = [];
  const cells = new Weaver((text) => `${sheet}!${nameOf(ranges[text])}`);
  const formulas = new Weaver(() => `${sheet}!formulas`);
  const others = new MarkupTexts(source, 'office', sheet);
  const strings = new Set<number>();
  let cell: Cell | null = null;
  let inside = '';
  let inCells = false;
  let formulaTag = 0;
  for (const token of markupTokens(source, 'xml')) {
    if (work.spend(token.to - token.from)) await work.breathe();
    if (work.stopped) break;
    const name = token.kind === 'start' || token.kind === 'end' ? localName(token.name) : '';
    if (name === 'sheetData') inCells = token.kind === 'start' && !token.isEmpty;
    if (!inCells || token.kind === 'comment' || token.kind === 'instruction' || token.kind === 'declaration') {
      others.take(token);
    } else if (token.kind === 'start') {
      if (name === 'row') cells.separate('row');
      if (name === 'c' && !token.isEmpty) {
        cells.separate('cell');
        const attribute = (wanted: string) => token.attributes.find((one) => one.name === wanted)?.value ?? '';
        cell = { tag: token, reference: attribute('r'), type: attribute('t'), value: '', formula: null };
      }
      if (name === 'f') formulaTag = token.from;
      if (!token.isEmpty) inside = name;
    } else if (token.kind === 'end') {
      if (name === 'f' && cell?.formula) cell.formula.to = token.to;
      if (name === 'c' && cell !== null) {
        finishCell(cell, token.to, source, book, { cells, formulas, strings, ranges });
        cell = null;
      }
      inside = '';
    } else if (cell !== null && (token.kind === 'text' || token.kind === 'cdata')) {
      if (inside === 'v' || inside === 't') cell.value += token.text;
      if (inside === 'f') {
        const text = (cell.formula?.text ?? '') + token.text;
        cell.formula = { from: formulaTag, to: token.to, text, source: source.slice(formulaTag, token.from) };
      }
    }
  }
  return { cells: cells.finish(), formulas: formulas.finish(), others: others.finish(), strings };
}

interface SheetTexts {
  cells: Weaver;
  formulas: Weaver;
  strings: Set<number>;
  ranges: Range[];
}

function finishCell(cell: Cell, to: number, source: string, book: Workbook, texts: SheetTexts): void {
  if (cell.type === 's') texts.strings.add(Number(cell.value));
  const text = shownValue(cell, book);
  if (text !== '') {
    const write = (value: string) => writeCell(cell, source, value);
    texts.cells.add(text, { from: cell.tag.from, to, write });
    texts.ranges[texts.cells.index] = widened(texts.ranges[texts.cells.index], cell.reference);
  }
  if (cell.formula !== null && cell.formula.text.trim() !== '') {
    const { from, to: end, text: formula, source: tag } = cell.formula;
    texts.formulas.separate('line');
    const write = (value: string) => writeFormula(tag, formula, value);
    texts.formulas.add(formula, { from, to: end, write });
  }
}

/** Columns and rows, counted from 1. */
interface Range {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The range with one more cell in it. A cell without a proper reference changes nothing. */
function widened(range: Range | undefined, reference: string): Range {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const known = range ?? { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  if (letters === undefined || digits === undefined) return known;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return {
    left: Math.min(known.left, column),
    top: Math.min(known.top, row),
    right: Math.max(known.right, column),
    bottom: Math.max(known.bottom, row),
  };
}

function nameOf(range: Range | undefined): string {
  if (range === undefined || range.right === 0) return '';
  return `${columnName(range.left)}${range.top}:${columnName(range.right)}${range.bottom}`;
}

function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function shownValue({ type, value, tag }: Cell, { strings, styles, from1904 }: Workbook): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== '' && type !== 'n') return value;
  const style = tag.attributes.find(({ name }) => name === 's')?.value;
  return value.trim() === '' ? '' : showNumber(value.trim(), styles[Number(style ?? 0)], from1904);
}

/** A cell with its style that holds this text; one with a formula keeps it, with the text as its last result. */
function writeCell({ tag, reference, formula }: Cell, source: string, text: string): string {
  const style = tag.attributes.find(({ name }) => name === 's')?.value;
  const element = tag.name;
  const prefix = element.slice(0, element.length - localName(element).length);
  const attributes = `${reference === '' ? '' : ` r="${escapeText(reference)}"`}${style === undefined ? '' : ` s="${escapeText(style)}"`}`;
  const open = (type: string) => `<${element}${attributes} t="${type}">`;
  if (formula === null) {
    const inline = `<${prefix}t xml:space="preserve">${escapeText(text)}</${prefix}t>`;
    return `${open('inlineStr')}<${prefix}is>${inline}</${prefix}is></${element}>`;
  }
  const kept = source.slice(formula.from, formula.to);
  return `${open('str')}${kept}<${prefix}v>${escapeText(text)}</${prefix}v></${element}>`;
}

const LITERALS = /"(?:[^"]|"")*"/g;

/** A formula that only changed within its strings stays one; any other is dropped, and the cell keeps its last result. */
function writeFormula(tag: string, before: string, after: string): string {
  const isSame = before.replace(LITERALS, '""') === after.replace(LITERALS, '""');
  if (!isSame) return '';
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'f';
  return `${tag}${escapeText(after)}</${name}>`;
}

/** The texts of a table of shared strings, and where the content of each one stands. */
export function sharedStrings(source: string): { text: string; from: number; to: number }[] {
  const strings: { text: string; from: number; to: number }[] = [];
  let open: { text: string; from: number; to: number } | null = null;
  let inText = false;
  for (const token of markupTokens(source, 'xml')) {
    const name = token.kind === 'start' || token.kind === 'end' ? localName(token.name) : '';
    if (name === 'si' && token.kind === 'start') {
      open = { text: '', from: token.to, to: token.to };
      strings.push(open);
      if (token.isEmpty) open = null;
    } else if (name === 'si' && open !== null) {
      open.to = token.from;
      open = null;
    } else if (name === 't') inText = token.kind === 'start' && !token.isEmpty;
    else if (open !== null && inText && (token.kind === 'text' || token.kind === 'cdata')) open.text += token.text;
  }
  return strings;
}

/** The table without the strings of these indexes; their places stay, because cells count them. */
export function emptyStrings(source: string, indexes: ReadonlySet<number>): string {
  const emptied = sharedStrings(source).filter(({ from, to }, index) => indexes.has(index) && to > from);
  return applySplices(
    source,
    emptied.map(({ from, to }) => ({ from, to, text: '<t/>' })),
  );
}

/** Number formats by style index, from the workbook's styles. */
export function numberStyles(source: string): NumberStyle[] {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inFormats = false;
  for (const token of markupTokens(source, 'xml')) {
    if (token.kind !== 'start' && token.kind !== 'end') continue;
    const name = localName(token.name);
    if (name === 'cellXfs') inFormats = token.kind === 'start';
    if (token.kind === 'end') continue;
    const attribute = (wanted: string) => token.attributes.find((one) => one.name === wanted)?.value ?? '';
    if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode'));
    if (name === 'xf' && inFormats) styles.push({ id: Number(attribute('numFmtId')), code: '' });
  }
  return styles.map(({ id }) => ({ id, code: codes.get(id) ?? '' }));
}
