/** Tables that were pasted as text or as SQL: what stands at the head of a column is the label of every cell under it. */
import { insertedColumns } from './insert-rows.ts';
import { firstAbove } from './lexicon.ts';
import type { Scan } from './scan.ts';

const DELIMITERS = ['\t', ';', '|', ','] as const;
const MOST_COLUMNS = 60;
const MOST_ROWS = 10_000;
const LONGEST_LINE = 2000;
/** What a heading may hold besides its label, in UTF-16 units: `Phone (home)`. */
const LONGEST_REST = 10;
/** The line under the head of a Markdown table. */
const RULE = /^[\s|:-]+$/;

/** A span of the text without the spaces and quotes around it. UTF-16, end exclusive. */
export interface Cell {
  start: number;
  end: number;
}

export interface Column {
  head: Cell;
  cells: Cell[];
}

/** The lines of one text, and its tables as far as somebody asked. */
class Tables {
  readonly #text: string;
  /** Where lines begin, and the end of the text. */
  readonly #starts: number[] = [0];
  readonly #columns = new Map<number, Column[]>();
  /** Of SQL, in order, and where their heads begin. */
  readonly #inserted: Column[];
  readonly #insertedStarts: number[];

  constructor(scan: Pick<Scan, 'text' | 'folded'>) {
    const { text } = scan;
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    this.#starts.push(text.length + 1);
    this.#inserted = insertedColumns(scan);
    this.#insertedStarts = this.#inserted.map(({ head }) => head.start);
  }

  /** The column whose head holds a span: of an `INSERT`, or of the table whose head is its line. */
  columnOf(start: number, end: number): Column | undefined {
    const holds = ({ head }: Column) => head.start <= start && end <= head.end;
    const inserted = this.#inserted[firstAbove(this.#insertedStarts, start) - 1];
    return inserted !== undefined && holds(inserted) ? inserted : this.#columnsAt(start).find(holds);
  }

  /** The columns of the table whose head is the line at an offset; none when that line is no head. */
  #columnsAt(offset: number): Column[] {
    const line = this.#lineOf(offset);
    let columns = this.#columns.get(line);
    if (columns === undefined) {
      columns = this.#read(line);
      this.#columns.set(line, columns);
    }
    return columns;
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The cells of a line; none when it is too long to be one of a table or does not exist. */
  #cells(line: number, delimiter: string): Cell[] {
    const start = this.#starts[line];
    const end = this.#starts[line + 1];
    if (start === undefined || end === undefined || end - start > LONGEST_LINE) return [];
    const cells: Cell[] = [];
    let from = start;
    for (const part of this.#text.slice(start, end - 1).split(delimiter)) {
      const lead = /^[\s"']*/.exec(part)![0].length;
      const value = part.slice(lead).replace(/[\s"']{1,20}$/, '');
      cells.push({ start: from + lead, end: from + lead + value.length });
      from += part.length + 1;
    }
    return cells;
  }

  /** How many cells a line would have; 0 when it is too long or does not exist. */
  #count(line: number, delimiter: string): number {
    const start = this.#starts[line];
    const end = this.#starts[line + 1];
    if (start === undefined || end === undefined || end - start > LONGEST_LINE) return 0;
    return this.#text.slice(start, end - 1).split(delimiter).length;
  }

  /** A line is the head when the line above has another shape: so no line is read as a row more than once. */
  #read(line: number): Column[] {
    for (const delimiter of DELIMITERS) {
      const count = this.#count(line, delimiter);
      if (count < 2 || count > MOST_COLUMNS || this.#count(line + 1, delimiter) !== count) continue;
      if (line > 0 && this.#count(line - 1, delimiter) === count) return [];
      const columns = this.#cells(line, delimiter).map((head): Column => ({ head, cells: [] }));
      for (let row = line + 1; row <= line + MOST_ROWS; row += 1) {
        const cells = this.#cells(row, delimiter);
        if (cells.length !== count) break;
        const written = this.#text.slice(this.#starts[row], this.#starts[row + 1]! - 1);
        if (RULE.test(written)) continue;
        for (const [index, cell] of cells.entries()) columns[index]!.cells.push(cell);
      }
      return columns;
    }
    return [];
  }
}

const known = new WeakMap<Scan, Tables>();

/** The cells under the heading that holds a span of the text; none when the span is not in the head of a table. */
export function cellsUnder(scan: Scan, start: number, end: number): readonly Cell[] {
  let tables = known.get(scan);
  if (tables === undefined) {
    tables = new Tables(scan);
    known.set(scan, tables);
  }
  const column = tables.columnOf(start, end);
  if (column === undefined || column.head.end - column.head.start > end - start + LONGEST_REST) return [];
  return column.cells;
}
