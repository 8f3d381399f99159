/** What things cost beside many records, and how that grows with them. */
import { ratio } from '../statistics.ts';
import { formatCount, formatMs, type Table } from '../table.ts';
import type { Filled } from './filled-cluster.ts';
import type { ScaleFigures } from './scale.ts';

/** @param scale The smallest first: the others are compared with it. */
export function scaleTable(scale: readonly ScaleFigures[]): Table {
  const [smallest] = scale;
  const others = scale.slice(1);
  return {
    title: `Beside ${scale.map(({ rows }) => formatCount(rows)).join(' and ')} records (PostgreSQL)`,
    head: [
      'what',
      ...scale.flatMap(({ rows }) => [`p50 at ${short(rows)}`, `p95 at ${short(rows)}`]),
      ...others.map(({ rows }) => `${short(rows)} over ${short(smallest!.rows)}`),
      'times',
    ],
    rows: Object.entries(smallest?.asked ?? {}).map(([name, { p50, count }]) => [
      name,
      ...scale.flatMap(({ asked }) => [asked[name]!.p50, asked[name]!.p95].map(formatMs)),
      ...others.map(({ asked }) => `${ratio(asked[name]!.p50, p50)?.toFixed(1) ?? '-'} x`),
      formatCount(count),
    ]),
    notes: [
      ...scale.map(
        ({ rows, seconds, bytes }) =>
          `${formatCount(rows)}: ${formatCount(bytes / 2 ** 20)} MiB, filled in ${seconds} s.`,
      ),
      'Filled by SQL, nobody signed these rows; half are decisions, one in twenty of these has an incident. Batches and evidence are of signed records.',
      'By person: for those who see no single decision.',
    ],
  };
}

export function filledTable(filled: readonly Filled[]): Table {
  return {
    title: 'Filled and kept',
    head: ['records', 'seconds', 'MiB on disk'],
    rows: filled.map(({ rows, seconds, bytes }) => [rows, seconds, bytes / 2 ** 20].map(formatCount)),
    notes: [],
  };
}

const short = (rows: number) => (rows >= 1e6 ? `${rows / 1e6} M` : formatCount(rows));
