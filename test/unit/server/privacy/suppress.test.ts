import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByPerson, sumOf, suppressParts, suppressTraits } from '../../../../server/privacy/suppress.ts';

/** Each person once. */
const of = (...people: (string | null)[]): ByPerson => new Map(people.map((person) => [person, 1]));
const some = (count: number, from = 0) => of(...Array.from({ length: count }, (_, index) => `p${from + index}`));
const told = (cells: Record<string, ByPerson>, least = 5) => {
  const { total, cells: shown } = suppressParts(new Map(Object.entries(cells)), least);
  return { total, ...Object.fromEntries(shown) };
};

describe('parts of a total', () => {
  it('are told when each is about enough people; nothing stays nothing', () => {
    expect(told({ allow: some(5), block: some(6), warn: of() })).toEqual({ total: 11, allow: 5, block: 6, warn: 0 });
  });

  it('are withheld with another one, which the total would give away', () => {
    expect(told({ allow: some(20), redact: some(7), block: some(4) })).toEqual({
      total: 31,
      allow: 20,
      redact: null,
      block: null,
    });
  });

  it('are withheld until what is left of the total is about enough people', () => {
    // Two people do everything that is rare.
    const rare = { block: some(2), warn: some(2), route: some(2) };
    expect(told({ allow: some(20), redact: some(6), ...rare })).toEqual({
      ...{ total: 32, allow: 20, redact: null },
      ...{ block: null, warn: null, route: null },
    });
  });

  it('are all withheld, and the total with them, when all of it is about too few', () => {
    expect(told({ allow: some(4), block: some(2), warn: of() })).toEqual({
      total: null,
      allow: null,
      block: null,
      warn: 0,
    });
  });

  it('count nobody for what is nobody is known of', () => {
    expect(told({ allow: of(null) }).total).toBeNull();
    expect(told({ allow: new Map([...some(4), [null, 100]]) }).total).toBeNull();
    expect(told({ allow: new Map([...some(5), [null, 100]]) }).total).toBe(105);
  });

  const person = fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: null });
  const cell = fc
    .array(fc.tuple(person, fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
    .map((each) => new Map(each));
  const people = (cells: ByPerson[]) =>
    new Set(cells.flatMap((each) => [...each.keys()]).filter((each) => each !== null));

  it('never tell a number about too few, by themselves or by what is left of the total', () => {
    const cells = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), cell);
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 6 }), (given, least) => {
        const entries = Object.entries(given);
        const { total, cells: shown } = suppressParts(new Map(entries), least);
        const withheld = entries.filter(([key]) => shown.get(key) === null).map(([, each]) => each);
        for (const [key, each] of entries) {
          const count = shown.get(key);
          if (count !== null && count !== 0 && (people([each]).size < least || count !== sumOf(each))) return false;
        }
        if (total === null) return entries.every(([key]) => shown.get(key) === null || shown.get(key) === 0);
        if (total !== entries.reduce((sum, [, each]) => sum + sumOf(each), 0)) return false;
        if (withheld.length === 0) return true;
        // Everything is withheld, or what is left is about enough and about more than one cell.
        const isAll = withheld.length === entries.filter(([, each]) => sumOf(each) > 0).length;
        return (withheld.length > 1 || isAll) && people(withheld).size >= least;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('traits', () => {
  it('are withheld when they are about too few, or what is without them is', () => {
    const whole = new Map(Array.from({ length: 10 }, (_, index) => [`p${index}`, 2] as const));
    const cells = new Map<string, ByPerson>([
      ['many', some(6)],
      ['few', some(4)],
      ['all', whole],
      ['nearly all', new Map([...whole].map(([who, count]) => [who, who === 'p0' ? 1 : count]))],
      ['half of each', new Map([...whole].map(([who]) => [who, 1]))],
    ]);
    expect(Object.fromEntries(suppressTraits(whole, cells, 5))).toEqual({
      many: 6,
      few: null,
      all: 20,
      'nearly all': null,
      'half of each': 10,
    });
  });
});
