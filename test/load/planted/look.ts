/** Looks through places for every form of every secret, and for the canary that really lies in each of them. */
import { join } from 'node:path';
import { createFinder, type Pattern } from './finder.ts';
import { formsOf } from './forms.ts';
import { filesIn, type Layer, layersOf } from './layers.ts';
import type { Secret } from './secrets.ts';

export interface Place {
  name: string;
  /** Each with the name of the file or the part. */
  parts(): Iterable<{ name: string; layers: Layer[] }>;
  /** Why the secret of this number may be found in a part; null where it may not. */
  excuse?(part: string, secret: number, bytes: Uint8Array): string | null;
}

export interface Seen {
  place: string;
  parts: number;
  bytes: number;
  /** Where the canary was found: part and layer. Without it the look proves nothing. */
  canaries: string[];
  /** Where a secret was found and must not be: never the secret itself. */
  leaks: string[];
  /** How often something was found where the browser may keep it, by the reason. */
  excused: Record<string, number>;
}

type Meaning = { canary: true } | { canary: false; secret: number; kind: string; form: string };

/** @param canaries Words of which at least one rightly stands in every place. */
export function createLook(secrets: readonly Secret[], canaries: readonly string[]): (place: Place) => Seen {
  const patterns: Pattern<Meaning>[] = secrets.flatMap(({ kind, value }, secret) =>
    formsOf(value).map(({ name, bytes }) => ({ bytes, means: { canary: false as const, secret, kind, form: name } })),
  );
  for (const { bytes } of canaries.flatMap(formsOf)) patterns.push({ bytes, means: { canary: true } });
  const find = createFinder(patterns);
  return ({ name: place, parts, excuse = () => null }) => {
    const seen: Seen = { place, parts: 0, bytes: 0, canaries: [], leaks: [], excused: {} };
    const [right, leaks] = [new Set<string>(), new Set<string>()];
    for (const { name, layers } of parts()) {
      seen.parts += 1;
      for (const { how, bytes } of layers) {
        seen.bytes += bytes.length;
        for (const { means } of find(bytes)) {
          if (means.canary) {
            right.add(`${name} (${how})`);
            continue;
          }
          const why = excuse(name, means.secret, bytes);
          if (why === null) leaks.add(`${name} (${how}): ${means.kind} no. ${means.secret}, ${means.form}`);
          else seen.excused[why] = (seen.excused[why] ?? 0) + 1;
        }
      }
    }
    seen.canaries = [...right];
    seen.leaks = [...leaks];
    return seen;
  };
}

/** Every file of a folder, or those whose names fit. */
export function folderPlace(name: string, folder: string, excuse?: Place['excuse'], wanted: RegExp = /^/): Place {
  return {
    name,
    *parts() {
      for (const file of filesIn(folder)) {
        if (wanted.test(file)) yield { name: file, layers: layersOf(join(folder, file)) };
      }
    },
    ...(excuse && { excuse }),
  };
}

export function bytesPlace(name: string, bytes: Uint8Array): Place {
  return { name, parts: () => [{ name, layers: [{ how: 'raw', bytes }] }] };
}
