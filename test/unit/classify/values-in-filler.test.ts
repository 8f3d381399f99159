import { describe, expect, it } from 'vitest';
import { EqualStretches } from '../../../lib/classify/equal-stretches.ts';
import { openClassifier } from '../../../tools/open-classifier.ts';
import { countHashing, countWork } from './counted-work.ts';

const classifier = await openClassifier();

/** Numbers, labels and names said again and again: what is judged once for all of them must not stand for another value. */
const FILLERS = [
  '11 11 ',
  '4111 ',
  'ИНН: 2263880920 ',
  'PESEL 1 ',
  'SSN 1 (',
  '12-12 ',
  '415-555-2670 ',
  'DE89 ',
  'John Smith 1 ',
];
const SIZE = 40_000;
const VALUES: readonly [type: string, text: string, value: string][] = [
  ['CREDIT_CARD', '\nMy credit card is 4539 5787 6362 1486.\n', '4539 5787 6362 1486'],
  ['IBAN_CODE', '\nIBAN: DE89 3704 0044 0532 0130 00.\n', 'DE89 3704 0044 0532 0130 00'],
  ['PHONE_NUMBER', '\nCall me: phone +49 30 90182043.\n', '+49 30 90182043'],
  ['US_SSN', '\nHer social security number is 536-90-4399.\n', '536-90-4399'],
  ['UK_NHS', '\nThe NHS number is 943 476 5919.\n', '943 476 5919'],
  ['PL_PESEL', '\nPESEL: 52922816971.\n', '52922816971'],
  ['AGE', '\nthe patient, 67 years old, was admitted\n', '67 years old'],
  ['PERSON', '\nMy name is Weronika Okafor, I live here.\n', 'Weronika Okafor'],
  ['STREET_ADDRESS', '\nI live at 10 Downing Street, London.\n', '10 Downing Street'],
];

describe.each(FILLERS)('values among %j said thousands of times', (unit) => {
  const filler = unit.repeat(Math.ceil(SIZE / unit.length));
  const half = unit.length * Math.ceil(SIZE / 2 / unit.length);
  const whole = VALUES.map(([, text]) => text).join('');
  const texts = {
    'at the start': whole + filler,
    'in the middle': filler.slice(0, half) + whole + filler.slice(half),
    'at the end': filler + whole,
  };

  it.each(Object.entries(texts))('are found %s', (_, text) => {
    const found = classifier.classify(text);
    for (const [type, sentence, value] of VALUES) {
      const start = text.indexOf(sentence) + sentence.indexOf(value);
      const same = found.filter(
        (each) => each.type === type && each.start <= start && each.end >= start + value.length,
      );
      expect(same, type).toHaveLength(1);
    }
  });
});

describe('what is said again and again', () => {
  const filler = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

  it.each(['ИНН: 2263880920 ', 'DE89 3704 ', 'VAT 123456789 '])(
    'numbers %j cost patterns a fraction of what different ones do',
    (unit) => {
      let digits = 7;
      const varied = filler(unit, 40_000).replace(/[0-9]/g, () => {
        digits = (digits * 16_807) % 2_147_483_647;
        return String(digits % 10);
      });
      const work = (text: string) => countWork(() => void classifier.classify(text));
      expect(work(filler(unit, 40_000))).toBeLessThan(work(varied) * 0.8);
    },
  );

  it.each(['SSN 1 (', 'PESEL 1 ', 'John Smith '])('names %j are read once', (unit) => {
    const hashing = (text: string) => countHashing(() => void classifier.classify(text));
    // Words alone are hashed some ten times for each unit of text, with the model some hundred times.
    expect(hashing(filler(unit, 100_000))).toBeLessThan(100_000 * 30);
  });
});

describe('equal stretches', () => {
  it('are asked about once, others and those at the ends of the text by themselves', () => {
    const asked: number[] = [];
    const known = new EqualStretches<number>('abcabcabc');
    const ask = (from: number, facts = '') =>
      known.of(from - 1, from + 4, facts, () => {
        asked.push(from);
        return from;
      });
    expect([ask(0), ask(1), ask(4), ask(3), ask(4, 'else'), ask(6)]).toEqual([0, 1, 1, 3, 4, 6]);
    expect(asked).toEqual([0, 1, 3, 4, 6]);
  });

  it('forgets when there are too many, and answers all the same', () => {
    const text = Array.from({ length: 3_000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
    const known = new EqualStretches<number>(text);
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < text.length; at += 1) expect(known.of(at, at + 1, '', () => at)).toBe(at);
    }
  });
});
