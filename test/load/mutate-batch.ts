/** Ways in which a batch of lines can be wrong, picked at random but the same for the same seed. */
import { gzipSync } from 'node:zlib';

/** A number from 0 to below 1. */
export type Random = () => number;

/** mulberry32, by Tommy Ettinger (public domain): good enough to pick, the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Sent {
  body: Uint8Array<ArrayBuffer>;
  encoding: string | null;
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text);
const plain = (body: Uint8Array<ArrayBuffer>): Sent => ({ body, encoding: null });
const packed = (body: Uint8Array): Sent => ({ body: new Uint8Array(gzipSync(body)), encoding: 'gzip' });

type Mutation = (lines: readonly string[], random: Random) => Sent;

const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const below = (random: Random, limit: number) => Math.floor(random() * limit);
const pick = <T>(random: Random, from: readonly T[]) => from[below(random, from.length)]!;
/** The same lines, one of them changed. */
function withOne(lines: readonly string[], random: Random, change: (line: string) => string): Sent {
  const at = below(random, lines.length);
  return plain(bytesOf(joined(lines.map((line, index) => (index === at ? change(line) : line)))));
}

function flipBits(lines: readonly string[], random: Random): Sent {
  const body = bytesOf(joined(lines));
  for (let flips = 1 + below(random, 8); flips > 0; flips--) body[below(random, body.length)]! ^= 1 << below(random, 8);
  return plain(body);
}

const HARD_STRINGS = ['\\u0000', '\\ud800', '\\u202e', '\u0000', '"', '\\', '\n', '\r', '\u2028', '{', '[]', '💥'];
const HARD_NUMBERS = ['-1', '0', '1e999', '1.5', '9007199254740993', '-0', '00', 'NaN', 'null', 'true', '""', '[1]'];

export const MUTATIONS: Record<string, Mutation> = {
  flipBits,
  flipPacked: (lines, random) => ({ ...flipBitsOf(packed(bytesOf(joined(lines))).body, random), encoding: 'gzip' }),
  cut: (lines, random) => {
    const body = bytesOf(joined(lines));
    return plain(body.slice(0, below(random, body.length)));
  },
  cutPacked: (lines, random) => {
    const { body } = packed(bytesOf(joined(lines)));
    return { body: body.slice(0, below(random, body.length)), encoding: 'gzip' };
  },
  double: (lines, random) => plain(bytesOf(joined([...lines, pick(random, lines), ...lines]))),
  shuffle: (lines, random) => plain(bytesOf(joined([...lines].sort(() => random() - 0.5)))),
  packed: (lines) => packed(bytesOf(joined(lines))),
  packedTwice: (lines) => packed(packed(bytesOf(joined(lines))).body),
  saysPacked: (lines) => ({ body: bytesOf(joined(lines)), encoding: 'gzip' }),
  saysOther: (lines, random) => ({
    body: bytesOf(joined(lines)),
    encoding: pick(random, ['br', 'deflate', 'gzip, gzip', 'GZIP', 'x']),
  }),
  trailing: (lines) => {
    const { body } = packed(bytesOf(joined(lines)));
    return { body: new Uint8Array([...body, 1, 2, 3, 4]), encoding: 'gzip' };
  },
  noise: (_, random) => plain(Uint8Array.from({ length: 1 + below(random, 400) }, () => below(random, 256))),
  emptyLines: (lines, random) =>
    plain(bytesOf(joined([...lines].flatMap((line) => (random() < 0.5 ? [line, ''] : [line]))))),
  otherEnds: (lines) => plain(bytesOf(lines.join('\r\n'))),
  noEnds: (lines) => plain(bytesOf(lines.join(''))),
  halfCharacter: (lines, random) => {
    const body = bytesOf(joined(lines));
    body[below(random, body.length)] = pick(random, [0xff, 0xc0, 0xed, 0xf8, 0x80, 0x00]);
    return plain(body);
  },
  deepArray: (lines, random) => withOne(lines, random, () => '['.repeat(1 + below(random, 20_000))),
  deepObject: (lines, random) => {
    const depth = 1 + below(random, 5_000);
    return withOne(lines, random, () => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  },
  deepRecord: (lines, random) => {
    const depth = 1 + below(random, 3_000);
    const record = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    return withOne(lines, random, (line) => JSON.stringify({ ...JSON.parse(line), record }));
  },
  hardNumber: (lines, random) =>
    withOne(lines, random, (line) => line.replace(/(?<=\\":)\d+(?=[,}])/, pick(random, HARD_NUMBERS))),
  hardString: (lines, random) =>
    withOne(lines, random, (line) => {
      const at = below(random, line.length);
      return line.slice(0, at) + pick(random, HARD_STRINGS) + line.slice(at);
    }),
  otherField: (lines, random) =>
    withOne(lines, random, (line) => {
      const value = JSON.parse(line) as Record<string, unknown>;
      const name = pick(random, [...Object.keys(value), '__proto__', 'constructor', 'extra']);
      const other = pick(random, [null, 1, '', [], {}, 'A'.repeat(100), true]);
      return JSON.stringify(Object.fromEntries([...Object.entries(value), [name, other]]));
    }),
  swapSignatures: (lines) => {
    const values = lines.map((line) => JSON.parse(line) as { sig: string });
    return plain(bytesOf(joined(values.map((value, at) => JSON.stringify({ ...value, sig: values.at(at - 1)!.sig })))));
  },
  longField: (lines, random) =>
    withOne(lines, random, (line) => line.replace('\\"', `\\"${'x'.repeat(below(random, 70_000))}`)),
};

/** What costs a lot each time, and is therefore seldom picked. */
export const COSTLY: Record<string, Mutation> = {
  hugeLine: (lines, random) => plain(bytesOf(joined([...lines, 'x'.repeat(below(random, 1_200_000))]))),
  bomb: () => packed(new Uint8Array(64 * 2 ** 20)),
  manyLines: (lines, random) =>
    plain(bytesOf(joined(Array.from({ length: below(random, 6_000) }, () => '{}').concat(lines)))),
};

function flipBitsOf(body: Uint8Array<ArrayBuffer>, random: Random): Sent {
  for (let flips = 1 + below(random, 4); flips > 0; flips--) body[below(random, body.length)]! ^= 1 << below(random, 8);
  return plain(body);
}

export function mutate(lines: readonly string[], random: Random): Sent & { how: string } {
  const table = random() < 0.002 ? COSTLY : MUTATIONS;
  const how = pick(random, Object.keys(table));
  return { ...table[how]!(lines, random), how };
}
