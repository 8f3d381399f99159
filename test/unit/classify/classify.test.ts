import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_CLASSES, HIGH_CONFIDENCE } from '../../../lib/classify/finding.ts';
import type { Prompt } from '../../../lib/prompt/prompt.ts';
import { bareClassifier } from '../../fakes/bare-classifier.ts';

const { classify, classifyPrompt } = bareClassifier;

describe('classify', () => {
  it('says what, where, how sure and why, and never the value', () => {
    const text = 'Card 4539 5787 6362 1486 of Dr. Okafor';
    expect(classify(text)).toEqual([
      {
        type: 'CREDIT_CARD',
        class: 'PCI',
        detector: 'credit-card',
        start: 5,
        end: 24,
        confidence: 0.98,
        evidence: ['pattern', 'validator:luhn', 'brand:visa', 'cue:card'],
      },
      {
        type: 'TITLE',
        class: 'PII',
        detector: 'title',
        start: 28,
        end: 31,
        confidence: 0.8,
        evidence: ['pattern', 'cue:person'],
      },
      {
        type: 'PERSON',
        class: 'PII',
        detector: 'person',
        start: 32,
        end: 38,
        confidence: 0.92,
        evidence: ['pattern', 'cue:title'],
      },
    ]);
  });

  it('counts offsets in UTF-16 units of the text as given', () => {
    const text = '😀ﬁ\u200b e\u0301: anna@firma.de';
    const [finding] = classify(text);
    expect(text.slice(finding!.start, finding!.end)).toBe('anna@firma.de');
  });

  it('leaves one finding per value: a secret swallows the address inside it', () => {
    const text = 'postgres://app:Vq7wbN1bUE6@db.acme.io:5432/main';
    expect(classify(text).map(({ detector }) => detector)).toEqual(['credentials-url']);
  });

  it('gives way from a web address to the value inside it', () => {
    const text = 'https://acme.io/u?mail=anna@firma.de';
    expect(classify(text).map(({ type }) => type)).toEqual(['EMAIL_ADDRESS']);
  });

  it('leaves out what is below the asked confidence', () => {
    const text = 'anna@example.com';
    expect(classify(text)).toHaveLength(1);
    expect(classify(text, { leastConfidence: HIGH_CONFIDENCE })).toEqual([]);
  });

  it('raises the confidence by a cue within 300 units and not beyond', () => {
    const far = `SSN ${'. '.repeat(160)}536-90-4399`;
    const near = `SSN ${'. '.repeat(100)}536-90-4399`;
    expect(classify(near)[0]!.confidence).toBeGreaterThan(classify(far)[0]!.confidence);
  });

  it('names the part of a prompt', () => {
    const part = (id: string, text: string) => ({ id, role: 'user' as const, kind: 'text' as const, text });
    const prompt: Prompt = {
      app: 'chatgpt',
      host: 'chatgpt.com',
      channel: 'typed',
      shape: 'known',
      conversation: null,
      parts: [part('a', 'nothing here'), part('b', 'anna@firma.de')],
      unreadable: [],
    };
    expect(classifyPrompt(prompt).findings.map(({ part: index, type }) => [index, type])).toEqual([
      [1, 'EMAIL_ADDRESS'],
    ]);
  });
});

/** Pieces that set off detectors, so that random texts are not just noise. */
const PIECES = fc.constantFrom(
  ...[
    '4539 5787 6362 1486',
    'anna@firma.de',
    'SSN 536904399',
    'Dr. ',
    'My name is ',
    'John Smith',
    '+49 30 901820',
    '\u200b',
  ],
  ...[
    'DE89 3704 0044 0532 0130 00',
    '93.184.216.34',
    'password = "',
    'Tr0ub4dor&3',
    '\ud800',
    '\udc00',
    '\0',
    '😀',
    'e\u0301',
  ],
  ...[
    '-----BEGIN ',
    'eyJ',
    '%41',
    'QUtJQVFZTFBNTjVIRlRSWjdXMlg=',
    '" + "',
    '\n',
    ' ',
    '１２',
    'name,email\n',
    'İ',
    'ß',
    'ﬀ',
  ],
);
const TEXT = fc.array(fc.oneof({ weight: 3, arbitrary: PIECES }, fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 30,
});

describe('classify, any text', () => {
  it('gives ordered, separate, non-empty findings inside the text that cut no surrogate pair', () => {
    fc.assert(
      fc.property(TEXT, (pieces) => {
        const text = pieces.join('');
        let reached = 0;
        for (const { start, end, confidence, class: dataClass } of classify(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(DATA_CLASSES).toContain(dataClass);
          if (text.isWellFormed()) expect(text.slice(start, end).isWellFormed()).toBe(true);
          reached = end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is a function of the text alone', () => {
    fc.assert(
      fc.property(TEXT, (pieces) => {
        const text = pieces.join('');
        expect(classify(text)).toEqual(classify(text));
      }),
      { numRuns: 100 },
    );
  });
});
