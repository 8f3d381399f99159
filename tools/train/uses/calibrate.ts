/** From which score on a use counts as found, and from which as sure: out of scores of prompts that were not learned from. */
import type { Scale } from '../../../lib/classify/uses/use-weights.ts';

export interface Scored {
  score: number;
  /** The prompt is for this use. */
  is: boolean;
  /** The prompt is for no use at all. */
  harmless: boolean;
}

/** Shares of harmless prompts, and of prompts for other uses, that may be taken for one use. */
const FOUND = { harmless: 0.002, others: 0.008 };
/** The same for what may be acted on alone. */
const SURE = { harmless: 0.0004, others: 0.002 };
/**
 * Where what is found may begin, whatever the few prompts say that stand at the edge: unseen themes are harder than what
 * is asked in earnest, and among some thousand prompts a share like these is a handful.
 */
const LEAST_FOUND = 0.4;
const MOST_FOUND = 1.1;
/** From found to sure, in units of score. */
const LEAST_STEP = 0.8;
/** The odds' logarithm of confidence 0.85, with a little to spare for rounding. */
const SURE_ODDS = Math.log(0.856 / 0.144);

export function calibrate(scored: readonly Scored[]): Pick<Scale, 'middle' | 'slope'> {
  const middle = Math.min(MOST_FOUND, Math.max(LEAST_FOUND, thresholdOf(scored, FOUND)));
  const sure = Math.max(thresholdOf(scored, SURE), middle + LEAST_STEP);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { middle: round(middle), slope: round(SURE_ODDS / (sure - middle)) };
}

/** The lowest score that lets no more than these shares through. */
function thresholdOf(scored: readonly Scored[], most: typeof FOUND): number {
  const harmless = scored.filter((each) => each.harmless).map(({ score }) => score);
  const others = scored.filter((each) => !each.harmless && !each.is).map(({ score }) => score);
  return Math.max(quantile(harmless, most.harmless), quantile(others, most.others)) + 0.01;
}

/** The score that only this share of all lies above. */
function quantile(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}
