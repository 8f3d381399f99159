/** Turns measurements into rows that compare: ratios to Sluice, and growth from one length to the next. */
import { ratio } from '../statistics.ts';
import { formatMs, formatRatio, type Table } from '../table.ts';
import type { EngineFacts } from './classifier-part.ts';
import type { Input } from './inputs.ts';
import type { Cell, Limits, Measurement } from './measure.ts';

export interface ComparedCell {
  engine: string;
  cell: Cell;
  /** Its time over that of Sluice: above 1 Sluice is faster. A lower bound where the engine was over the limit. */
  ratio: number | null;
  /** Its time over its own on a tenth of the text. */
  growth: number | null;
}

export interface ComparedRow {
  text: string;
  length: number;
  engines: ComparedCell[];
}

/** @param measurements On every input those of all engines, Sluice first. */
export function comparison(inputs: readonly Input[], measurements: readonly Measurement[]): ComparedRow[] {
  const of = (name: string, length: number) =>
    measurements.filter(({ input }) => input.name === name && input.length === length);
  return inputs.map(({ name, length }) => {
    const here = of(name, length);
    const before = of(name, length / 10);
    return {
      text: name,
      length,
      engines: here.map(({ engine, cell }) => ({
        engine,
        cell,
        ratio: compare(cell, here[0]?.cell),
        growth: compare(cell, before.find((each) => each.engine === engine)?.cell),
      })),
    };
  });
}

/** By processor time; where the limit ended a call only the clock is known, and the ratio is a lower bound. */
function compare(cell: Cell, base: Cell | undefined): number | null {
  if (base?.kind !== 'timed') return null;
  if (cell.kind === 'over') return ratio(cell.limitMs, base.ms);
  return cell.kind === 'timed' ? ratio(cell.cpuMs, base.cpuMs) : null;
}

export function classifierTables(
  rows: readonly ComparedRow[],
  engines: readonly EngineFacts[],
  { callMs, peerMs }: Limits,
): Table[] {
  const peers = engines.slice(1).map(({ name }) => name);
  const label = ({ text, length }: ComparedRow) => `${text}, ${length / 1000} kB`;
  const cells = (row: ComparedRow, show: (cell: ComparedCell) => string) => row.engines.map(show);
  return [
    {
      title: 'Classifier: time beside Sluice (xN: takes N times as long as Sluice)',
      head: ['text', 'Sluice', ...peers],
      rows: rows.map((row) => [label(row), ...cells(row, (cell) => timeAndRatio(cell, row.engines[0] === cell))]),
      notes: [
        ...engines.map(({ name, version, scope }) => `${version === null ? name : `${name} ${version}`}: ${scope}`),
        `Processor time of one call after a warm-up. A call is ended after ${formatMs(callMs)} by the clock;`,
        `a peer that has used ${formatMs(peerMs)} begins nothing new (not run).`,
      ],
    },
    {
      title: 'Classifier: growth of time when the text grows tenfold (x10 is in proportion)',
      head: ['text', 'Sluice', ...peers],
      rows: rows
        .filter((row) => row.engines.some(({ growth }) => growth !== null))
        .map((row) => [label(row), ...cells(row, growthOf)]),
      notes: [
        'Where a tenth of the text takes less than 0.1 ms, the factor says more about fixed cost than about growth.',
      ],
    },
  ];
}

function timeAndRatio({ cell, ratio }: ComparedCell, isOurs: boolean): string {
  switch (cell.kind) {
    case 'timed':
      return isOurs ? formatMs(cell.cpuMs) : `${formatMs(cell.cpuMs)} ${formatRatio(ratio)}`;
    case 'over':
      return `> ${formatMs(cell.limitMs)} >${formatRatio(ratio)}`;
    case 'failed':
      return 'failed';
    case 'left_out':
      return 'not run';
  }
}

function growthOf({ cell, growth }: ComparedCell): string {
  return growth !== null && cell.kind === 'over' ? `>${formatRatio(growth)}` : formatRatio(growth);
}
