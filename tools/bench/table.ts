/** Plain text tables for a terminal, and how figures are written in them. */

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
  /** Lines below the table: what a reader has to know to read it. */
  notes?: string[];
}

/** Columns as wide as their widest cell, two spaces between; the first is flush left, figures flush right. */
export function formatTable({ title, head, rows, notes = [] }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    widths
      .map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [title, '', line(head), rule, ...rows.map(line), ...notes.map((note) => `  ${note}`), ''].join('\n');
}

/** `0.42 ms`, `7.3 ms`, `310 ms`, `12.3 s`: about three figures, however large. */
export function formatMs(ms: number): string {
  const size = Math.abs(ms);
  if (size >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)} ms`;
}

/** `x3.4`, `x0.27`, `x1,200`, `<x0.01`; a dash where there is no ratio. */
export function formatRatio(value: number | null): string {
  if (value === null) return '-';
  if (value > 0 && value < 0.01) return '<x0.01';
  if (value >= 100) return `x${Math.round(value).toLocaleString('en-US')}`;
  return `x${value.toFixed(value >= 10 ? 0 : value >= 1 ? 1 : 2)}`;
}

export function formatCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
