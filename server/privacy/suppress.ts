/**
 * Numbers about too few people are not told, and neither is what would give them away: where cells add up to a total that
 * is told, what is left of it after the cells that are shown has to be about enough people, too. Pure.
 */

/** How much of something each person did; null: nobody knows who, which counts as no person at all. */
export type ByPerson = ReadonlyMap<string | null, number>;

export interface Suppressed<K> {
  /** Null: about too few. */
  total: number | null;
  /** Null: withheld. A cell in which nothing happened stays 0. */
  cells: Map<K, number | null>;
}

export const sumOf = (cell: ByPerson): number => [...cell.values()].reduce((sum, count) => sum + count, 0);

function isSmall(cells: readonly ByPerson[], least: number): boolean {
  const people = new Set(cells.flatMap((cell) => [...cell.keys()]));
  people.delete(null);
  return people.size < least && cells.some((cell) => sumOf(cell) > 0);
}

/** @param cells Of which each thing is in exactly one, so that they add up. */
export function suppressParts<K>(cells: ReadonlyMap<K, ByPerson>, least: number): Suppressed<K> {
  const all = [...cells.values()];
  const none = () => new Map([...cells].map(([key, cell]) => [key, sumOf(cell) === 0 ? 0 : null]));
  if (isSmall(all, least)) return { total: null, cells: none() };
  const total = all.reduce((sum, cell) => sum + sumOf(cell), 0);
  const withheld = new Set([...cells].filter(([, cell]) => isSmall([cell], least)).map(([key]) => key));
  // The smallest ones first: they tell the least.
  const others = [...cells]
    .filter(([key, cell]) => !withheld.has(key) && sumOf(cell) > 0)
    .sort(([, a], [, b]) => sumOf(a) - sumOf(b));
  const rest = () => [...withheld].map((key) => cells.get(key)!);
  // One withheld cell is the total without the others, whoever it is about.
  while (withheld.size > 0 && others.length > 0 && (withheld.size === 1 || isSmall(rest(), least))) {
    withheld.add(others.shift()![0]);
  }
  return {
    total,
    cells: new Map([...cells].map(([key, cell]) => [key, withheld.has(key) ? null : sumOf(cell)])),
  };
}

/**
 * @param whole What everybody did. A cell is withheld as well when what is outside of it is about too few.
 * @param cells Of which a thing may be in several, or in none.
 */
export function suppressTraits<K>(
  whole: ByPerson,
  cells: ReadonlyMap<K, ByPerson>,
  least: number,
): Map<K, number | null> {
  return new Map(
    [...cells].map(([key, cell]) => {
      const outside = new Map([...whole].map(([person, count]) => [person, count - (cell.get(person) ?? 0)] as const));
      const without = new Map([...outside].filter(([, count]) => count > 0));
      return [key, isSmall([cell], least) || isSmall([without], least) ? null : sumOf(cell)];
    }),
  );
}
