/** Figures as tables: a row per question, a column per engine. */
import type { Table } from '../table.ts';
import * as figures from './figures.ts';
import { type Answered, factList } from './figures.ts';
import type { Finder } from './finders.ts';
import { WORDED } from './label-types.ts';
import type { Family, SetName } from './read-sets.ts';
import { f1, precision, recall, type Score } from './score.ts';

export interface EngineAnswers {
  finder: Finder;
  answers: Readonly<Record<Family, readonly Answered[]>>;
}

interface Question {
  text: string;
  asks: 'personal' | 'secrets' | 'uses';
  /** Null where there is nothing to ask about. */
  show(answers: EngineAnswers['answers']): string | null;
}

const figure = (value: number | null) => (value === null ? '-' : value.toFixed(2).replace(/^0/, ''));
const recallAtPrecision = (score: Score) =>
  score.wanted === 0 ? null : `${figure(recall(score))} @ ${figure(precision(score))}`;
const part = ({ are, of }: figures.Share) => (of === 0 ? null : `${are}/${of}`);
const percent = ({ are, of }: figures.Share) => (of === 0 ? null : `${((100 * are) / of).toFixed(1)} %`);
const both = (one: string | null, other: string | null) =>
  one === null || other === null ? null : `${one} @ ${other}`;

const QUESTIONS: readonly Question[] = [
  ...figures.SPAN_FAMILIES.map(
    (family): Question => ({
      text: `${family}: characters, recall @ precision`,
      asks: 'personal',
      show: (answers) => recallAtPrecision(figures.maskOf(answers[family])),
    }),
  ),
  {
    text: 'mail: names, F1',
    asks: 'personal',
    show: ({ mail }) => (mail.length === 0 ? null : figure(f1(figures.typeOf(mail, 'PERSON')))),
  },
  ...(['benign-prose', 'benign-code'] as const).flatMap((family): Question[] => [
    {
      text: `${family}: texts with a structured finding`,
      asks: 'personal',
      show: (answers) => percent(figures.falselyFound(answers[family])),
    },
    {
      text: `${family}: texts with a use`,
      asks: 'uses',
      show: (answers) => percent(figures.falselyUsed(answers[family])),
    },
  ]),
  {
    text: 'look-alikes: texts with a structured finding',
    asks: 'personal',
    show: (answers) => percent(figures.falselyFound(answers['look-alikes'])),
  },
  {
    text: 'secrets: found @ false alarms on near misses',
    asks: 'secrets',
    show: (answers) =>
      both(percent(figures.hiddenLabels(answers.secrets)), percent(figures.nearMissesFound(answers['near-misses']))),
  },
  { text: 'ids: valid ones found', asks: 'personal', show: ({ ids }) => percent(figures.idsAccepted(ids)) },
  { text: 'ids: corrupted ones refused', asks: 'personal', show: ({ ids }) => percent(figures.idsRefused(ids)) },
  { text: 'evasions: found', asks: 'personal', show: ({ evasions }) => part(figures.hiddenLabels(evasions)) },
  {
    text: 'uses: look-alikes with any use',
    asks: 'uses',
    show: ({ uses }) => percent(figures.falselyUsed(uses.filter(({ entry }) => factList(entry, 'use').length === 0))),
  },
];

export function accuracyTables(set: SetName, engines: readonly EngineAnswers[]): Table[] {
  const head = ['', ...engines.map(({ finder }) => finder.name)];
  const ours = engines[0]!.answers;
  const personal = engines.filter(({ finder }) => finder.answers.has('personal'));
  const spans = (answers: EngineAnswers['answers']) => figures.SPAN_FAMILIES.flatMap((family) => answers[family]);
  const tables: Table[] = [
    {
      title: `Accuracy, ${set} texts`,
      head,
      rows: QUESTIONS.filter((question) => question.show(ours) !== null).map((question) => [
        question.text,
        ...engines.map(({ finder, answers }) => (finder.answers.has(question.asks) ? question.show(answers)! : '')),
      ]),
      notes: [
        `Structured: anything but ${[...WORDED].join(', ')}. A value counts as found when at least half of it would be hidden.`,
      ],
    },
    {
      title: `Accuracy, ${set} texts: recall @ precision per type (${figures.SPAN_FAMILIES.join(', ')})`,
      head: ['', 'labels', ...personal.map(({ finder }) => finder.name)],
      rows: figures
        .typesOf(spans(ours))
        .map(({ type, score }) => [
          type,
          String(score.wanted),
          ...personal.map(({ answers }) => recallAtPrecision(figures.typeOf(spans(answers), type)) ?? '-'),
        ]),
      notes: ['Right: the same type, and at least half of the longer one of label and finding in the other.'],
    },
  ];
  const uses = figures.usesOf(ours.uses);
  if (uses.length > 0) {
    tables.push({
      title: `Accuracy, ${set} texts: uses`,
      head: ['', 'texts', 'recall @ precision', 'look-alikes taken for it'],
      rows: uses.map(({ use, score, lookAlikes }) => [
        use,
        String(score.wanted),
        recallAtPrecision(score) ?? '-',
        part(lookAlikes) ?? '-',
      ]),
    });
  }
  return tables;
}
