import { sha256 } from '@noble/hashes/sha2.js';
import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';

const PHRASE = cueWords(
  'recovery-phrase',
  'seed|seed phrase|recovery phrase|mnemonic|secret phrase|seed words|recovery words|backup phrase|bip39|bip-39|wallet|passphrase|secret recovery phrase|12 words|24 words',
);
const LENGTHS = [24, 21, 18, 15, 12];

/** The checksum of BIP-39: the last bits are the first bits of the SHA-256 of the others. */
export function isRecoveryPhrase(words: readonly number[]): boolean {
  if (!LENGTHS.includes(words.length)) return false;
  const bits = words.map((word) => word.toString(2).padStart(11, '0')).join('');
  const entropyBits = (words.length * 32) / 3;
  const bytes = Uint8Array.from({ length: entropyBits / 8 }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  );
  const check = sha256(bytes)[0]!.toString(2).padStart(8, '0');
  return check.startsWith(bits.slice(entropyBits));
}

interface Word {
  start: number;
  end: number;
  index: number;
}

const LEAST_WORDS = 12;
const SHORTEST = 3;
const LONGEST = 8;
/** What may stand between two words: spaces, commas, new lines, the number of a list. */
const GAP = /^[ \t,;]{0,3}(?:\r?\n[ \t]{0,3})?(?:[0-9]{1,2}[.):]?[ \t]{0,3})?$/;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * Which hashes the words of a list have: most words of a text are on no list, and are told by this without being cut out.
 */
const marks = new WeakMap<ReadonlyMap<string, number>, Uint8Array>();
const MARKS = 65536;

function addLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ (letter | 0x20), 0x01000193);
}

function marksOf(words: ReadonlyMap<string, number>): Uint8Array {
  let known = marks.get(words);
  if (known === undefined) {
    known = new Uint8Array(MARKS);
    for (const word of words.keys()) {
      let hash = 0;
      for (let at = 0; at < word.length; at += 1) hash = addLetter(hash, word.charCodeAt(at));
      known[(hash >>> 8) & (MARKS - 1)] = 1;
    }
    marks.set(words, known);
  }
  return known;
}

/** Twelve words of three letters and what is between them: every phrase covers one of the places so far apart. */
const LEAST_LENGTH = LEAST_WORDS * (SHORTEST + 1) - 1;

interface Letters {
  start: number;
  end: number;
  /** Of the small letters. */
  hash: number;
}

/** The letters that hold a place of the text or come next behind it. */
function lettersAt(text: string, place: number): Letters {
  let start = place;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return lettersFrom(text, start);
}

/** The next letters from a place on that is not inside a word. */
function lettersFrom(text: string, place: number): Letters {
  let start = place;
  while (start < text.length && !isLetter(text.charCodeAt(start))) start += 1;
  let end = start;
  let hash = 0;
  for (let code = text.charCodeAt(end); isLetter(code); code = text.charCodeAt(end)) {
    hash = addLetter(hash, code);
    end += 1;
  }
  return { start, end, hash };
}

/**
 * Stretches of at least twelve neighbouring words that are all on the list. Where the word at a place is not on it no phrase
 * covers that place, so that most of a text is not looked at.
 */
function stretches({ text, data }: Scan): Word[][] {
  const { recoveryWords } = data.models.tables;
  const marked = marksOf(recoveryWords);
  const mayBeKnown = ({ start, end, hash }: Letters) =>
    end - start >= SHORTEST && end - start <= LONGEST && marked[(hash >>> 8) & (MARKS - 1)] === 1;
  const found: Word[][] = [];
  let open: Word[] = [];
  const close = () => {
    if (open.length >= LEAST_WORDS) found.push(open);
    open = [];
  };
  /** Where reading goes on when nothing is open: no phrase that is not found yet begins in front of it. */
  let at = 0;
  for (let sample = LEAST_LENGTH - 1; sample < text.length; ) {
    const word = lettersAt(text, sample);
    if (!mayBeKnown(word)) {
      at = word.end;
      sample = word.end + LEAST_LENGTH - 1;
      continue;
    }
    // The place is in or in front of a word of the list: word by word from behind the last that was not, until one is not again.
    let isOver = false;
    while (!isOver) {
      const next = lettersFrom(text, at);
      const index = mayBeKnown(next) ? recoveryWords.get(text.slice(next.start, next.end).toLowerCase()) : undefined;
      at = next.end;
      if (index === undefined) {
        close();
        isOver = next.end > sample || next.end === text.length;
        continue;
      }
      const last = open.at(-1);
      if (
        last !== undefined &&
        !(next.start - last.end === 1 && text[last.end] === ' ') &&
        !GAP.test(text.slice(last.end, next.start))
      )
        close();
      open.push({ start: next.start, end: next.end, index });
    }
    sample = at + LEAST_LENGTH - 1;
  }
  return found;
}

/** Words from which a wallet is restored (BIP-39, English list): 12 to 24 in a row, with a checksum. */
export const recoveryPhrase: Detector = {
  id: 'recovery-phrase',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: [],
  cues: [PHRASE],
  find(scan) {
    const found: Candidate[] = [];
    for (const words of stretches(scan)) {
      scan.meter.attempts += 1;
      const exact = isRecoveryPhrase(words.map(({ index }) => index));
      const start = words[0]!.start;
      const end = words.at(-1)!.end;
      const cue = scan.near(PHRASE, start, end, 120);
      if (!exact && !cue) continue;
      const evidence = ['pattern', ...(exact ? ['validator:bip39'] : []), ...(cue ? ['cue:recovery-phrase'] : [])];
      found.push({ start, end, confidence: exact ? (cue ? 0.99 : 0.95) : 0.86, evidence });
    }
    return found;
  },
  examples: {
    positive: [
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
      'my seed phrase: letter advice cage absurd amount doctor acoustic avoid letter advice cage above',
      '1. legal\n2. winner\n3. thank\n4. year\n5. wave\n6. sausage\n7. worth\n8. useful\n9. legal\n10. winner\n11. thank\n12. yellow',
    ],
    negative: [
      'legal winner thank year wave sausage worth useful legal winner thank zebra',
      'the quick brown fox jumps over the lazy dog again and again until dawn',
    ],
  },
};
