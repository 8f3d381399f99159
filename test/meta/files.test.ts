import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './tree.ts';

const REFUSE_LINES = 300;
const REFUSE_TEST_LINES = 400;
/** Tables of facts: long by nature, nothing to read but rows. */
const DATA_TABLES = /(\/names\/|\/data\/|\.data\.ts$)/;

describe('files', () => {
  it('stay short enough to read', () => {
    const long = sourceFiles('{lib,components,entrypoints,server,tools,test}/**/*')
      .filter(({ path }) => !DATA_TABLES.test(path))
      .filter(({ path, lines }) => lines > (path.startsWith('test/') ? REFUSE_TEST_LINES : REFUSE_LINES))
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it('are never called utils or helpers, and none only re-exports', () => {
    const files = sourceFiles('{lib,components,entrypoints,server,tools}/**/*');
    expect(files.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?)(\.|\/)/.test(path))).toEqual([]);
    const statements = (text: string) =>
      text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .split(';')
        .map((statement) => statement.trim())
        .filter(Boolean);
    const reExporting = files.filter(({ text }) => {
      const all = statements(text);
      return all.length > 0 && all.every((statement) => /^export\s[^=]*\sfrom\s/.test(statement));
    });
    expect(reExporting.map(({ path }) => path)).toEqual([]);
  });

  it('hold no focused test, no leftover and no unexplained skip', () => {
    const leftover = new RegExp(['\\.on', 'ly\\(|TO', 'DO|FIX', 'ME'].join(''));
    const files = sourceFiles('{lib,components,entrypoints,server,tools,test}/**/*');
    expect(files.filter(({ text }) => leftover.test(text)).map(({ path }) => path)).toEqual([]);
    const skips = files.filter(
      ({ path, text }) => /\b(it|test|describe)\.skip\(/.test(text) && !path.startsWith('test/meta/'),
    );
    expect(skips.map(({ path }) => path)).toEqual([]);
  });

  it('name every dependency with a reason', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const reasons = readFileSync(join(ROOT, 'DEPENDENCIES.md'), 'utf8');
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  it('link only to what exists', () => {
    const tracked = new Set(execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n'));
    const folders = new Set(
      [...tracked].flatMap((path) => path.split('/').map((_, i, all) => all.slice(0, i).join('/'))),
    );
    const broken = [...tracked]
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => {
        const text = readFileSync(join(ROOT, path), 'utf8');
        return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)/g)]
          .map((match) => join(path, '..', match[1]!).replace(/\/$/, ''))
          .filter((target) => !tracked.has(target) && !folders.has(target))
          .map((target) => `${path} -> ${target}`);
      });
    expect(broken).toEqual([]);
  });
});
