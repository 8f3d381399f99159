import { describe, expect, it } from 'vitest';
import { parseCorpus } from '../../../../tools/bench/accuracy/corpus.ts';

describe('parseCorpus', () => {
  it('takes the marks out and keeps where they were', () => {
    const [first, second] = parseCorpus(
      '# invented\n\n=== a-1 lang=pl\nPisze ⟦PERSON|Zofia Wrońska⟧ z ⟦LOCATION|Łodzi⟧.\n\nDruga linia\n\n=== b-2\n𝒳 ⟦SECRET|k\nl⟧\n',
    );
    expect(first).toMatchObject({ id: 'a-1', text: 'Pisze Zofia Wrońska z Łodzi.\n\nDruga linia' });
    expect(first!.facts).toEqual(new Map([['lang', 'pl']]));
    expect(first!.labels.map(({ type, start, end }) => [type, first!.text.slice(start, end)])).toEqual([
      ['PERSON', 'Zofia Wrońska'],
      ['LOCATION', 'Łodzi'],
    ]);
    expect(second).toEqual({
      id: 'b-2',
      facts: new Map(),
      text: '𝒳 k\nl',
      labels: [{ type: 'SECRET', start: 3, end: 6 }],
    });
  });

  it.each([
    ['text before any entry', 'hello\n=== a\nx', 'line 1: text before'],
    ['a head that is none', '=== A b\nx', 'not the head of an entry'],
    ['the same id twice', '=== a\nx\n=== a\ny', 'line 3: a is there twice'],
    ['an unknown type', '=== a\n⟦NAME|x⟧', 'a: no such type: NAME'],
    ['an empty label', '=== a\n⟦PERSON|⟧', 'or empty'],
    ['space inside a label', '=== a\n⟦PERSON|x ⟧', 'space around'],
    ['half a mark', '=== a\n⟦PERSON|x y', 'other half'],
    ['a mark inside a mark', '=== a\n⟦PERSON|x ⟦LOCATION|y⟧ z⟧', 'other half'],
    ['an entry without text', '=== a\n\n=== b\nx', 'a: no text'],
  ])('refuses %s', (_, source, message) => {
    expect(() => parseCorpus(source)).toThrow(message);
  });
});
