/** Reads the admin pages as data: what they show in blocks and tables is what the tests try. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../meta/tree.ts';

const DOCS = join(ROOT, 'docs');

/** Every page, by its path below `docs`. */
export function pages(): string[] {
  return globSync('**/*.md', { cwd: DOCS }).sort();
}

export function page(path: string): string {
  return readFileSync(join(DOCS, path), 'utf8');
}

/** The text of a page from one heading (given without its marks) to the next one of any level. */
export function section(text: string, heading: string): string {
  const sections = text.split(/^(?=#{1,4} )/m);
  const found = sections.find((each) => each.split('\n', 1)[0]!.replace(/^#+ /, '') === heading);
  if (found === undefined) throw new Error(`no heading "${heading}"`);
  return found;
}

/** Contents of the fenced blocks in this language, in order. */
export function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map(([, , body]) => body!);
}

/** The one JSON block of a section. */
export function jsonOf(text: string, heading: string): Record<string, unknown> {
  const [body, ...others] = blocks(section(text, heading), 'json');
  if (body === undefined || others.length > 0)
    throw new Error(`"${heading}" has ${others.length + 1} JSON blocks, not one`);
  return JSON.parse(body);
}

/** Cells of the body rows of every table in a text. */
export function rows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines
    .filter((line, index) => !isRule(line) && !isRule(lines[index + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

const isRule = (line: string) => /^\|[\s|:-]+\|$/.test(line);

/** What stands between backticks. */
export function codes(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
}
