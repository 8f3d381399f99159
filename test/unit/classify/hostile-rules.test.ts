import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';
import { DETECTORS } from '../../../lib/classify/every-detector.ts';
import { NO_DATA } from '../../../lib/classify/every-table.ts';
import { Lexicon } from '../../../lib/classify/lexicon.ts';
import { newMeter, Scan } from '../../../lib/classify/scan.ts';
import { attacksOn } from '../../../tools/bench/text/rule-attacks.ts';
import { countWork } from './counted-work.ts';

const SMALL = 1_500;
/** Work may grow a little faster than the text: what is done once for a text is little in both. */
const MOST_GROWTH = 12;
const SLACK = 2_000;

/** Every detector by itself, on texts made from its own words and examples; a new one is covered by being registered. */
describe.each(DETECTORS)('$id', (detector) => {
  const lexicon = new Lexicon([...(detector.requires ?? []), ...(detector.cues ?? [])]);
  const work = (text: string) => {
    const scan = new Scan(text, lexicon, newMeter(), NO_DATA);
    return countWork(() => void detector.find(scan));
  };

  it('does work in proportion to the text', () => {
    for (const { name, make } of attacksOn(detector)) {
      const small = work(make(SMALL));
      const large = work(make(SMALL * 10));
      expect(large, name).toBeLessThanOrEqual(small * MOST_GROWTH + SLACK);
    }
  });
});

describe('all detectors together', () => {
  it('do work in proportion to a text that holds every trigger, up to a million characters', () => {
    const words = DETECTORS.flatMap(({ requires = [], cues = [] }) => [...requires, ...cues]).flatMap(
      ({ words: all }) => all,
    );
    const examples = DETECTORS.flatMap(({ examples: { positive } }) => positive);
    const unit = `${words.join(' ')}\n${examples.join('\n')}\n`;
    const attempts = (length: number) => {
      const meter = newMeter();
      classify(unit.repeat(Math.ceil(length / unit.length)).slice(0, length), { meter });
      return meter;
    };
    const size = Math.max(unit.length, 100_000);
    const small = attempts(size);
    const large = attempts(size * 10);
    expect(large.attempts).toBeLessThanOrEqual(small.attempts * MOST_GROWTH);
    expect(large.decoded).toBeLessThanOrEqual(small.decoded * MOST_GROWTH);
  });

  it('run only where their triggers are', () => {
    const meter = newMeter();
    classify('The quick brown fox jumps over the lazy dog, and nobody minds. '.repeat(20), { meter });
    expect(meter.detectors).toBeLessThanOrEqual(DETECTORS.length / 4);
  });
});
