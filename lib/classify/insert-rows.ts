/** Rows of SQL: the columns that an `INSERT` names are the labels of the values in its rows. */
import type { Cell, Column } from './columns.ts';
import type { Scan } from './scan.ts';

const WORD = 'insert';

/** From the word to the first row. Names of columns have no brackets of their own. */
const INSERT =
  /(?<!\w)insert\s{1,20}(?:ignore\s{1,20})?into\s{1,20}[^\s()]{1,120}\s{0,20}\(([^()]{1,2000})\)\s{0,20}values\s{0,20}(?=\()/diy;
/** A literal in quotes, those doubled or escaped in it included, 10,000 units long at most; or a word, which ends before a comma, a bracket or a space. */
const VALUE =
  /\s*(?:[NE]?'((?:[^'\\]|''|\\.){0,10000})'|"((?:[^"\\]|""|\\.){0,10000})"|([^\s,()'"]+(?:\([^()]{0,100}\))?))\s*([,)])/dsy;
const NEXT_ROW = /\s*,\s*\(|\s*\(/y;

/** The columns of every `INSERT` of a text, with their values in order; linear in the text. */
export function insertedColumns({ text, folded }: Pick<Scan, 'text' | 'folded'>): Column[] {
  const found: Column[] = [];
  for (let at = folded.indexOf(WORD); at >= 0; at = folded.indexOf(WORD, at + 1)) {
    INSERT.lastIndex = at;
    const statement = INSERT.exec(text);
    if (statement === null) continue;
    const columns = headsOf(text, statement.indices![1]!);
    readRows(text, at + statement[0].length, columns);
    found.push(...columns);
  }
  return found;
}

function headsOf(text: string, [from, to]: [number, number]): Column[] {
  let start = from;
  return text
    .slice(from, to)
    .split(',')
    .map((part): Column => {
      const lead = /^[\s"'`[]*/.exec(part)![0].length;
      const name = part.slice(lead).replace(/[\s"'`\]]{1,20}$/, '');
      const head = { start: start + lead, end: start + lead + name.length };
      start += part.length + 1;
      return { head, cells: [] };
    });
}

/** Rows one after the other, as long as they have a value for each column. */
function readRows(text: string, from: number, columns: readonly Column[]): void {
  for (let at = from; ; ) {
    NEXT_ROW.lastIndex = at;
    if (!NEXT_ROW.test(text)) return;
    const row: Cell[] = [];
    at = NEXT_ROW.lastIndex;
    for (let isOpen = true; isOpen; ) {
      VALUE.lastIndex = at;
      const value = VALUE.exec(text);
      if (value === null || row.length === columns.length) return;
      const [start, end] = (value.indices![1] ?? value.indices![2] ?? value.indices![3])!;
      row.push({ start, end });
      at = VALUE.lastIndex;
      isOpen = value[4] === ',';
    }
    if (row.length !== columns.length) return;
    for (const [index, cell] of row.entries()) columns[index]!.cells.push(cell);
  }
}
