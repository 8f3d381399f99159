/** Looks for thousands of byte strings at once: three bytes decide whether a place is worth a look. */

export interface Pattern<T> {
  bytes: Buffer;
  means: T;
}

export interface Found<T> {
  means: T;
  at: number;
}

export type Finder<T> = (bytes: Uint8Array) => Found<T>[];

/** @param patterns Three bytes long at least. */
export function createFinder<T>(patterns: readonly Pattern<T>[]): Finder<T> {
  const begins = new Uint8Array(2 ** 24);
  const byBegin = new Map<number, Pattern<T>[]>();
  for (const pattern of patterns) {
    const [a, b, c] = pattern.bytes;
    if (c === undefined) throw new Error('a pattern has three bytes at least');
    const begin = (a! << 16) | (b! << 8) | c;
    begins[begin] = 1;
    byBegin.set(begin, [...(byBegin.get(begin) ?? []), pattern]);
  }
  return (bytes) => {
    const found: Found<T>[] = [];
    let begin = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
    for (let end = 2; end < bytes.length; end++) {
      begin = ((begin << 8) & 0xffffff) | bytes[end]!;
      if (begins[begin] === 0) continue;
      for (const { bytes: wanted, means } of byBegin.get(begin)!) {
        if (startsWith(bytes, wanted, end - 2)) found.push({ means, at: end - 2 });
      }
    }
    return found;
  };
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}
