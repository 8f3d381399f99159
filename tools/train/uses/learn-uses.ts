/** Training in folds to see how well unseen wordings are found, then with everything. */
import { evidenceOf } from '../../../lib/classify/uses/classify-uses.ts';
import type { UseModel } from '../../../lib/classify/uses/use-model.ts';
import { readUseWeights, type Scale } from '../../../lib/classify/uses/use-weights.ts';
import type { WordGroups } from '../../../lib/classify/uses/word-groups.ts';
import { Random } from '../names/random.ts';
import { calibrate, type Scored } from './calibrate.ts';
import type { Prompt } from './read-texts.ts';
import { type Example, featuresOf, type Settings, type Trained, trainWeights } from './train-weights.ts';
import { writeWeights } from './write-weights.ts';

const SETTINGS: Settings = { epochs: 14, rate: 0.7, l1: 1e-4, l2: 1e-5, least: 2, favour: 2 };
const SEED = 20_261_121;
const FOLDS = 6;
/** What the word groups add when they are certain: by what it does to prompts that were not learned from. */
const GROUPS = 3;
const MOST_WEIGHTS = 240_000;

export interface Report {
  lines: string[];
  misses: string[];
}

export function learnUses(
  prompts: readonly Prompt[],
  benign: readonly Prompt[],
  groups: WordGroups,
  changed: Partial<Settings> = {},
  most = MOST_WEIGHTS,
): { bytes: Uint8Array; report: Report } {
  const settings = { ...SETTINGS, ...changed };
  const names = groups.uses.map(({ use }) => use);
  const unscaled = (trained: Trained): Scale[] =>
    names.map((use, at) => ({
      use,
      bias: rounded(trained.biases[at]!),
      groups: GROUPS,
      middle: 0,
      slope: 1,
    }));
  const examples = prompts.map(
    ({ text, uses }): Example => ({
      features: featuresOf(text),
      uses: uses.map((use) => placeOf(names, use)),
    }),
  );
  const train = (chosen: readonly Example[]) => trainWeights(chosen, names.length, settings, new Random(SEED));
  const modelOf = (trained: Trained): UseModel => ({
    groups,
    weights: readUseWeights(writeWeights(trained, unscaled(trained), most))!,
  });
  const folds = foldsOf(prompts);
  // Scores of each prompt for each use, by a model that has not seen it.
  const scores: number[][] = new Array(prompts.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = modelOf(train(examples.filter((_, index) => folds[index] !== fold)));
    prompts.forEach(({ text }, index) => {
      if (folds[index] === fold) scores[index] = evidenceOf(model, text).map(({ score }) => score);
    });
  }
  const trained = train(examples);
  const model = modelOf(trained);
  const harmless = benign.map(({ text }) => evidenceOf(model, text).map(({ score }) => score));
  const scales = unscaled(trained).map((scale, at) => ({
    ...scale,
    ...calibrate([
      ...prompts.map(
        ({ uses }, index): Scored => ({
          score: scores[index]![at]!,
          is: uses.includes(scale.use),
          harmless: uses.length === 0,
        }),
      ),
      ...harmless.map((row): Scored => ({ score: row[at]!, is: false, harmless: true })),
    ]),
  }));
  return { bytes: writeWeights(trained, scales, most), report: reportOf(prompts, scores, scales) };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

function placeOf(names: readonly string[], use: string): number {
  const place = names.indexOf(use);
  if (place < 0) throw new Error(`no such use: ${use}`);
  return place;
}

/** Whole themes by lot: what is measured are unseen sentences on unseen themes, which is harder than what users ask. */
function foldsOf(prompts: readonly Prompt[]): number[] {
  const themes = new Random(SEED).shuffle([...new Set(prompts.map(({ theme }) => theme))]);
  const foldOf = new Map(themes.map((theme, index) => [theme, index % FOLDS]));
  return prompts.map(({ theme }) => foldOf.get(theme)!);
}

function reportOf(prompts: readonly Prompt[], scores: readonly number[][], scales: readonly Scale[]): Report {
  const lines = [
    'use, prompts, recall, precision, recall when sure, precision when sure (sentences that were not learned from)',
  ];
  const misses: string[] = [];
  const alarmed = new Set<number>();
  scales.forEach(({ use, middle, slope }, at) => {
    const sure = middle + Math.log(0.85 / 0.15) / slope;
    const count = (from: number) => {
      let [right, wrong] = [0, 0];
      prompts.forEach(({ uses }, index) => {
        if (scores[index]![at]! < from) return;
        if (uses.includes(use)) right += 1;
        else wrong += 1;
      });
      return { right, wrong };
    };
    const wanted = prompts.filter(({ uses }) => uses.includes(use)).length;
    const [found, surely] = [count(middle), count(sure)];
    const share = (are: number, of: number) => (of === 0 ? '-' : (are / of).toFixed(2));
    lines.push(
      [use.padEnd(24), wanted, share(found.right, wanted), share(found.right, found.right + found.wrong)]
        .concat([share(surely.right, wanted), share(surely.right, surely.right + surely.wrong)])
        .join('  '),
    );
    prompts.forEach(({ uses, text }, index) => {
      const is = scores[index]![at]! >= middle;
      if (is && uses.length === 0) alarmed.add(index);
      if (is !== uses.includes(use)) misses.push(`${is ? 'FALSE' : 'MISSED'} ${use}: ${text.slice(0, 150)}`);
    });
  });
  const none = prompts.filter(({ uses }) => uses.length === 0).length;
  lines.push(`prompts for no use that are taken for one: ${alarmed.size} of ${none}`);
  return { lines, misses };
}
