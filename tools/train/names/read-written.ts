/** Reads texts in which names are marked as `[P|...]`, `[L|...]` and `[O|...]`; ¶ is a new line. */
import type { NameType } from '../../../lib/classify/names/tag-names.ts';
import type { Example } from './example.ts';

const TYPES: Record<string, NameType> = { P: 'PERSON', L: 'LOCATION', O: 'ORGANIZATION' };

export function readWritten(source: string): Example[] {
  return source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const example: Example = { text: '', spans: [] };
      let from = 0;
      for (const match of line.matchAll(/\[([PLO])\|([^\]]+)\]/g)) {
        example.text += line.slice(from, match.index).replaceAll('¶', '\n');
        const start = example.text.length;
        example.text += match[2]!;
        example.spans.push({ type: TYPES[match[1]!]!, start, end: example.text.length });
        from = match.index + match[0].length;
      }
      example.text += line.slice(from).replaceAll('¶', '\n');
      return example;
    });
}
