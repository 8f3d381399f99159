/** Texts like those people send to an AI app: prose, chat and code in turn, the same for the same seed. */
import { oneOf, type Random, seededPick } from './random.ts';
import { CHAT, CODE, PROSE, PROSE_WITH_VALUES, SLOTS } from './sentences.data.ts';

/**
 * A text of exactly `length` UTF-16 units (a few of its characters take two bytes in UTF-8). A longer text of the same
 * seed begins with the shorter one.
 */
export function mixedText(length: number, seed = 1): string {
  const pick = seededPick(seed);
  const blocks = [prose, chat, code];
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const paragraph = `${oneOf(pick, blocks)(pick)}\n\n`;
    paragraphs.push(paragraph);
    size += paragraph.length;
  }
  return paragraphs.join('').slice(0, length);
}

function prose(pick: Random): string {
  const sentences = Array.from({ length: 3 + pick(4) }, () => fill(oneOf(pick, PROSE), pick));
  if (pick(3) === 0) sentences.push(fill(oneOf(pick, PROSE_WITH_VALUES), pick));
  return sentences.join(' ');
}

function chat(pick: Random): string {
  const people = [oneOf(pick, SLOTS.given), oneOf(pick, SLOTS.given)];
  const lines = Array.from({ length: 4 + pick(5) }, (_, at) => `${people[at % 2]}: ${fill(oneOf(pick, CHAT), pick)}`);
  return lines.join('\n');
}

function code(pick: Random): string {
  // One word names the same thing throughout a snippet.
  const word = oneOf(pick, SLOTS.word);
  return oneOf(pick, CODE)
    .map((line) => fill(line, pick, word))
    .join('\n');
}

function fill(template: string, pick: Random, word?: string): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => value(slot, pick, word) ?? whole);
}

function value(slot: string, pick: Random, word: string | undefined): string | null {
  switch (slot) {
    case 'small':
      return String(2 + pick(8));
    case 'number':
      return String(100 + pick(9_900));
    case 'time':
      return `${8 + pick(11)}:${oneOf(pick, ['00', '15', '30', '45'])}`;
    case 'date':
      return `2026-${two(1 + pick(12))}-${two(1 + pick(28))}`;
    case 'person':
      return `${oneOf(pick, SLOTS.given)} ${oneOf(pick, SLOTS.family)}`;
    case 'email':
      return `${oneOf(pick, SLOTS.family).toLowerCase()}${pick(90)}@${oneOf(pick, SLOTS.host)}`;
    case 'phone':
      return `+49 30 9018${1000 + pick(9_000)}`;
    case 'ip':
      return `10.${pick(256)}.${pick(256)}.${1 + pick(254)}`;
    case 'Word':
      return capital(word ?? oneOf(pick, SLOTS.word));
    case 'word':
      return word ?? oneOf(pick, SLOTS.word);
    default:
      return Object.hasOwn(SLOTS, slot) ? oneOf(pick, SLOTS[slot as keyof typeof SLOTS]) : null;
  }
}

const two = (value: number) => String(value).padStart(2, '0');
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
