/** What the classifier and its peers find in labelled texts, and what they find where nothing is. */
import { importFrom } from '../classifier/engines.ts';
import { installPeers } from '../classifier/install-peers.ts';
import type { BenchOptions, PartResult } from '../part.ts';
import type { Table } from '../table.ts';
import type { Answered } from './figures.ts';
import { type Find, type Finder, OURS, PEERS } from './finders.ts';
import { missLines } from './misses.ts';
import { accuracyTables, type EngineAnswers } from './present.ts';
import { FAMILIES, type LabelledSet, readSet, SETS } from './read-sets.ts';

export async function accuracyPart({ quick, misses, progress }: BenchOptions): Promise<PartResult> {
  const leftOut: string[] = [];
  const installed = quick || misses ? null : installPeers();
  if (installed === null) leftOut.push('peers: not in a quick run, nor where misses are shown');
  else if (!installed.ok) leftOut.push(`all peers: ${installed.message}`);
  const engines: { finder: Finder; find: Find }[] = [];
  for (const finder of OURS) engines.push({ finder, find: await finder.load() });
  if (installed?.ok) {
    for (const finder of PEERS) {
      try {
        engines.push({ finder, find: await finder.load(importFrom(installed.folder)) });
      } catch (error) {
        leftOut.push(`${finder.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
    }
  }
  const tables: Table[] = [];
  const figures: Record<string, Table[]> = {};
  for (const set of SETS) {
    const labelled = readSet(set);
    const answered: EngineAnswers[] = [];
    for (const { finder, find } of engines) {
      progress(`accuracy: ${set}, ${finder.name}`);
      answered.push({ finder, answers: await answerAll(labelled, find) });
    }
    figures[set] = accuracyTables(set, answered);
    tables.push(...figures[set]);
    if (misses && set === 'development') tables.push(missTable(answered[0]!));
  }
  return { tables, figures, leftOut };
}

async function answerAll(labelled: LabelledSet, find: Find): Promise<EngineAnswers['answers']> {
  const answers: Partial<Record<(typeof FAMILIES)[number], Answered[]>> = {};
  for (const family of FAMILIES) {
    const list: Answered[] = [];
    for (const entry of labelled[family]) list.push({ entry, answer: await find(entry.text) });
    answers[family] = list;
  }
  return answers as EngineAnswers['answers'];
}

function missTable({ answers }: EngineAnswers): Table {
  const lines = FAMILIES.flatMap((family) => missLines(family, answers[family]));
  return {
    title: 'Accuracy, development texts: what is not as labelled',
    head: [''],
    rows: lines.map((line) => [line]),
  };
}
