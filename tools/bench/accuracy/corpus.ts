/**
 * Reads labelled text. An entry begins with a line `=== <id> [key=value ...]`; what follows up to the next such line is
 * its text, without line breaks at the end. Labels stand in the text as `⟦TYPE|value⟧` and are taken out; line breaks
 * inside a value are kept. Before the first entry only lines that begin with `#` and empty lines may stand.
 */
import { isLabelType, type LabelType } from './label-types.ts';

/** Offsets in UTF-16 units of the text without markup, end exclusive. */
export interface Label {
  type: LabelType;
  start: number;
  end: number;
}

export interface Entry {
  /** Unique within its file. */
  id: string;
  facts: ReadonlyMap<string, string>;
  text: string;
  /** In order, never overlapping. */
  labels: readonly Label[];
}

const HEAD = /^=== ([a-z0-9-]+)((?: [a-z]+=[A-Za-z0-9_,-]+)*)$/;

/** @throws Error naming the line or the entry, when anything is not as described above. */
export function parseCorpus(source: string): Entry[] {
  const entries: Entry[] = [];
  const ids = new Set<string>();
  let open: { id: string; facts: Map<string, string>; lines: string[] } | null = null;
  const close = () => {
    if (open) entries.push({ id: open.id, facts: open.facts, ...parseLabels(open.id, open.lines.join('\n')) });
  };
  for (const [index, line] of source.split('\n').entries()) {
    if (line.startsWith('===')) {
      close();
      const head = HEAD.exec(line);
      if (!head) throw new Error(`line ${index + 1}: not the head of an entry: ${line}`);
      const id = head[1]!;
      if (ids.has(id)) throw new Error(`line ${index + 1}: ${id} is there twice`);
      ids.add(id);
      open = { id, facts: parseFacts(head[2]!), lines: [] };
    } else if (open) {
      open.lines.push(line);
    } else if (line !== '' && !line.startsWith('#')) {
      throw new Error(`line ${index + 1}: text before the first entry`);
    }
  }
  close();
  return entries;
}

function parseFacts(text: string): Map<string, string> {
  const pairs = text.split(' ').filter(Boolean);
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function parseLabels(id: string, marked: string): { text: string; labels: Label[] } {
  const refuse = (what: string): never => {
    throw new Error(`${id}: ${what}`);
  };
  const source = marked.replace(/\n+$/, '');
  const labels: Label[] = [];
  let text = '';
  let at = 0;
  for (const mark of source.matchAll(/⟦([^⟦⟧|]*)\|([^⟦⟧]*)⟧/g)) {
    const [whole, type = '', value = ''] = mark;
    if (!isLabelType(type)) refuse(`no such type: ${type}`);
    else if (value === '' || value !== value.trim()) refuse(`a label with space around it, or empty: ${whole}`);
    else {
      text += source.slice(at, mark.index);
      labels.push({ type, start: text.length, end: text.length + value.length });
      text += value;
      at = mark.index + whole.length;
    }
  }
  text += source.slice(at);
  if (/[⟦⟧]/.test(text)) refuse('a bracket without its other half');
  if (text.trim() === '') refuse('no text');
  return { text, labels };
}
