/** Reads texts that are labelled word by word (CoNLL) and puts the words together again. */
import type { NameType } from '../../../lib/classify/names/tag-names.ts';
import type { Example } from './example.ts';

const TYPES: Record<string, NameType> = {
  PER: 'PERSON',
  person: 'PERSON',
  LOC: 'LOCATION',
  location: 'LOCATION',
  ORG: 'ORGANIZATION',
  corporation: 'ORGANIZATION',
  group: 'ORGANIZATION',
};
const NO_SPACE_BEFORE = /^(?:[.,!?;:)\]}%…]+|'(?:s|m|re|ve|ll|d|t)|n't)$/i;
const NO_SPACE_AFTER = /^[([{#$£€]$/;

export function readConll(source: string): Example[] {
  return source
    .replaceAll('\r', '')
    .split(/\n[ \t]*\n/)
    .flatMap((block) => {
      const example = joinWords(block.split('\n').filter((line) => line.includes('\t')));
      return example.text === '' ? [] : [example];
    });
}

function joinWords(lines: readonly string[]): Example {
  const example: Example = { text: '', spans: [] };
  let previous = '';
  let inside = false;
  for (const line of lines) {
    const [word = '', tag = 'O'] = [line.split('\t')[0], line.split('\t').at(-1)?.trim()];
    if (word === '') continue;
    const mention = previous === '@' && word !== '';
    const glue = example.text === '' || mention || NO_SPACE_BEFORE.test(word) || NO_SPACE_AFTER.test(previous);
    if (!glue) example.text += ' ';
    const start = example.text.length;
    example.text += word;
    const type = word === '@' || word.startsWith('@') || mention ? undefined : TYPES[tag.slice(2)];
    const last = example.spans.at(-1);
    if (type === undefined) inside = false;
    else if (tag.startsWith('I-') && inside && last?.type === type) last.end = example.text.length;
    else {
      example.spans.push({ type, start, end: example.text.length });
      inside = true;
    }
    previous = word;
  }
  return example;
}
