/**
 * Fingerprints of documents by winnowing (Schleimer, Wilkerson and Aiken, 2003): of every few runs of words one is chosen by
 * its hash, so that the same choice is made in a text that quotes the document. A quotation of eleven words is seen.
 */
import type { ProtectedDocument } from '../customer-data.ts';
import type { Candidate, Detector } from '../detector.ts';
import type { Scan } from '../scan.ts';
import { type KeyedHash, readHashes } from './keyed-hash.ts';
import { type PlainWord, plainWords } from './plain-words.ts';

/** Words of a run. */
const RUN = 6;
/** Of so many runs in a row one is chosen. */
const WINDOW = 6;
/** Passages of one document this far apart belong together. */
const TOGETHER = 400;
/** Less than this many is a common phrase. */
export const LEAST_PASSAGES = 3;

export interface Passage {
  start: number;
  end: number;
  hash: number;
}

/** FNV-1a: only to choose runs, the same ones in every text. What a policy holds is keyed. */
function order(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The chosen passages of a text, in order. */
export function passagesOf(words: readonly PlainWord[], hash: KeyedHash): Passage[] {
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at += 1) {
    let run = '';
    for (let index = at; index < at + RUN; index += 1) run += `${words[index]!.word} `;
    runs.push(run);
  }
  const orders = runs.map(order);
  const chosen = new Set<number>();
  for (let at = 0; at < runs.length; at += 1) {
    const end = Math.min(runs.length, at + WINDOW);
    if (end - at < WINDOW && at > 0) break;
    let least = at;
    for (let index = at + 1; index < end; index += 1) if (orders[index]! <= orders[least]!) least = index;
    chosen.add(least);
  }
  return [...chosen]
    .sort((a, b) => a - b)
    .map((at) => ({ start: words[at]!.start, end: words[at + RUN - 1]!.end, hash: hash(runs[at]!) }));
}

/** The passages of a text are the same for all documents. */
const seen = new WeakMap<Scan, Passage[]>();

function passagesIn(scan: Scan, hash: KeyedHash): Passage[] {
  let known = seen.get(scan);
  if (known === undefined) {
    known = passagesOf(plainWords(scan.folded), hash);
    seen.set(scan, known);
  }
  return known;
}

export function documentDetector(document: ProtectedDocument, hash: KeyedHash): Detector {
  const wanted = new Set(readHashes(document.passages));
  return {
    id: `document-${document.id}`,
    type: 'PROTECTED_DOCUMENT',
    class: document.class,
    regions: [],
    needs: [],
    find(scan) {
      const hits = passagesIn(scan, hash).filter((passage) => wanted.has(passage.hash));
      const different = new Set(hits.map((passage) => passage.hash)).size;
      const share = different / wanted.size;
      if (different < Math.min(LEAST_PASSAGES, wanted.size) || share < document.least) return [];
      const found: Candidate[] = [];
      const evidence = [`document:${document.id}`, `share:${Math.round(share * 100)}`];
      for (const { start, end } of hits) {
        const last = found.at(-1);
        if (last !== undefined && start - last.end <= TOGETHER) last.end = Math.max(last.end, end);
        else found.push({ start, end, confidence: Math.min(0.98, 0.86 + share / 4), evidence });
      }
      return found;
    },
    examples: { positive: [], negative: [] },
  };
}
