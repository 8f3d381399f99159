import { describe, expect, it } from 'vitest';
import { parseCorpus } from '../../../../tools/bench/accuracy/corpus.ts';
import * as figures from '../../../../tools/bench/accuracy/figures.ts';
import { missLines } from '../../../../tools/bench/accuracy/misses.ts';
import type { Span } from '../../../../tools/bench/accuracy/score.ts';

/** What an engine finds: `TYPE:value` for the first place of a value; `use:id` for a use. */
function answered(text: string, ...found: string[]): figures.Answered {
  const entry = parseCorpus(text.startsWith('===') ? text : `=== a\n${text}`)[0]!;
  const parts = found.map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)] as const);
  const span = ([type, value]: readonly [string, string]): Span => {
    const start = entry.text.indexOf(value);
    return { type, start, end: start + value.length };
  };
  return {
    entry,
    answer: {
      spans: parts.filter(([type]) => type !== 'use').map(span),
      uses: parts.filter(([type]) => type === 'use').map(([, use]) => use),
    },
  };
}

describe('figures', () => {
  it('count texts in which something structured is found for nothing', () => {
    const texts = [answered('Ask Ann', 'PERSON:Ann'), answered('v 1.2.3.4', 'IP_ADDRESS:1.2.3.4'), answered('Nothing')];
    expect(figures.falselyFound(texts)).toEqual({ of: 3, are: 1 });
  });

  it('count labels that would be hidden, whatever they are taken for', () => {
    const text = 'k=⟦SECRET|abcdefgh⟧ and ⟦SECRET|zzzz⟧';
    expect(figures.hiddenLabels([answered(text, 'URL:k=abcdef')])).toEqual({ of: 2, are: 1 });
    expect(figures.nearMissesFound([answered('a b', 'URL:a'), answered('a b', 'SECRET:b')])).toEqual({ of: 2, are: 1 });
  });

  it('accept valid numbers and refuse corrupted ones', () => {
    const valid = answered('PESEL ⟦NATIONAL_ID|44051401359⟧', 'PL_PESEL:44051401359');
    const corrupted = answered('PESEL ⟦NOT|44051401358⟧', 'ORGANIZATION:PESEL');
    const taken = answered('PESEL ⟦NOT|44051401358⟧', 'PHONE_NUMBER:44051401358');
    expect(figures.idsAccepted([valid, corrupted])).toEqual({ of: 1, are: 1 });
    expect(figures.idsRefused([valid, corrupted, taken])).toEqual({ of: 2, are: 1 });
  });

  it('hold uses against what the text is about, and look-alikes against what they look like', () => {
    const texts = [
      answered('=== a use=credit,biometric\nx', 'use:credit'),
      answered('=== b use=none near=credit\nx', 'use:credit'),
      answered('=== c use=none near=credit\nx'),
    ];
    expect(figures.usesOf(texts)).toEqual([
      { use: 'credit', score: { wanted: 1, found: 2, recalled: 1, precise: 1 }, lookAlikes: { of: 2, are: 1 } },
      { use: 'biometric', score: { wanted: 1, found: 0, recalled: 0, precise: 0 }, lookAlikes: { of: 0, are: 0 } },
    ]);
  });
});

describe('missLines', () => {
  it('tell what is missed, what is found for nothing, and what is taken for something else', () => {
    const text = '⟦PERSON|Ann⟧ in ⟦LOCATION|Rome⟧, ⟦EITHER|Fiat⟧, room ⟦NOT|4471⟧';
    const found = ['PERSON:Rome', 'ORGANIZATION:Fiat', 'US_SSN:4471'];
    expect(missLines('sentences', [answered(text, ...found)])).toEqual([
      'sentences a MISSED PERSON: >Ann< in Rome, Fiat, room 4471',
      'sentences a TAKEN FOR PERSON LOCATION: Ann in >Rome<, Fiat, room 4471',
      'sentences a FALSE ALARM US_SSN: Ann in Rome, Fiat, room >4471<',
    ]);
  });

  it('tell of uses in a line of their own', () => {
    const texts = [answered('=== a use=credit\nx', 'use:malware'), answered('=== b use=none\ny')];
    expect(missLines('uses', texts)).toEqual(['uses a USE MISSED credit, USE FALSE ALARM malware: x']);
  });
});
