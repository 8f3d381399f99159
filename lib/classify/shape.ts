/** Cheap facts about a text: each is one native search, so that most detectors need not run on most texts. */
import type { Shape } from './detector.ts';

const TESTS: Record<Shape, (text: string) => boolean> = {
  digit: (text) => /[0-9]/.test(text),
  at: (text) => text.includes('@'),
  colon: (text) => text.includes(':'),
  dot: (text) => text.includes('.'),
  capital: (text) => /\p{Lu}/u.test(text),
  scheme: (text) => text.includes('://'),
  newline: (text) => text.includes('\n'),
};

export function shapeOf(text: string): ReadonlySet<Shape> {
  return new Set((Object.keys(TESTS) as Shape[]).filter((shape) => TESTS[shape](text)));
}
