/**
 * The sentences that uses are learned from: `texts/<name>.txt`, one prompt a line (`\n` stands for a line break), all our own.
 * `# theme` begins a theme; what stands in one theme is never learned from and measured on at once. A line is for the use its
 * file is named after, in `none*.txt`, `benign*.txt` and `unseen*.txt` for none; `@use,use ` in front of it says otherwise.
 * Nothing is learned from `benign*.txt`, but thresholds are set by it; `unseen*.txt` is only measured on.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface Prompt {
  text: string;
  uses: readonly string[];
  /** File and theme. */
  theme: string;
}

const FOLDER = new URL('texts/', import.meta.url);
const NONE = /^(?:none|benign|unseen)/;

/** `wanted`: which files, by name without ending. */
export function readTexts(wanted: (name: string) => boolean): Prompt[] {
  const names = readdirSync(FOLDER)
    .map((file) => file.replace(/\.txt$/, ''))
    .filter(wanted)
    .sort();
  return names.flatMap((name) => readPrompts(name, readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')));
}

export function readPrompts(name: string, file: string): Prompt[] {
  const prompts: Prompt[] = [];
  let theme = name;
  for (const line of file.split('\n')) {
    if (line.startsWith('# ')) theme = `${name}: ${line.slice(2)}`;
    else if (line.trim() !== '') prompts.push(readLine(line, name, theme));
  }
  return prompts;
}

function readLine(line: string, name: string, theme: string): Prompt {
  const marked = /^@([\w,]+) (.*)$/.exec(line);
  const named = marked?.[1] ?? (NONE.test(name) ? 'none' : name.replace(/-.*$/, ''));
  const text = (marked?.[2] ?? line).replaceAll('\\n', '\n');
  return { text, uses: named.split(',').filter((use) => use !== 'none'), theme };
}
