/** Hostile texts made from a detector itself: its trigger words and its own examples, repeated, cut and bent. */
import type { Detector } from '../../../lib/classify/detector.ts';
import type { HostileText } from './hostile-text.ts';

const MOST_WORDS = 4;
const MOST_EXAMPLES = 1;
const LONGEST_EXAMPLE = 400;

/** The last letter or digit of a text changed, so that a pattern fits up to there and a checksum fails. */
function bent(text: string): string {
  return text.replace(/[A-Za-z0-9](?=[^A-Za-z0-9]*$)/, (char) =>
    /[0-9]/.test(char) ? String((Number(char) + 1) % 10) : '!',
  );
}

function unitsOf(detector: Detector): string[] {
  const words = [...(detector.requires ?? []), ...(detector.cues ?? [])].flatMap((list) =>
    [...list.words].sort((a, b) => a.length - b.length).slice(0, MOST_WORDS),
  );
  const examples = detector.examples.positive.slice(0, MOST_EXAMPLES).map((text) => text.slice(0, LONGEST_EXAMPLE));
  const near = detector.examples.negative.slice(0, 1).map((text) => text.slice(0, LONGEST_EXAMPLE));
  return [
    words.join(' '),
    ...words.slice(0, 3).flatMap((word) => [word, `${word}: `]),
    ...examples.flatMap((example) => [
      `${example} `,
      example,
      `${bent(example)} `,
      example.slice(0, Math.ceil(example.length / 2)),
      `${words[0] ?? ''} ${example.slice(-Math.ceil(example.length / 2))}`,
    ]),
    ...near.map((example) => `${example} `),
  ].filter((unit) => unit.trim() !== '');
}

/** A number of texts that set the detector off as often as can be, or almost do. */
export function attacksOn(detector: Detector): HostileText[] {
  return [...new Set(unitsOf(detector))].map((unit) => ({
    name: `${detector.id}: ${JSON.stringify(unit.length > 40 ? `${unit.slice(0, 40)}…` : unit)}`,
    make: (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
  }));
}
