import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './tree.ts';

/** Which folders of lib a folder may import. Pure core first; a folder absent here may import every folder of lib. */
const MAY_IMPORT: Record<string, string[]> = {
  prompt: [],
  classify: ['prompt'],
  policy: ['prompt', 'classify'],
  redact: ['prompt', 'classify', 'policy'],
  sites: ['prompt'],
  capture: ['bridge'],
  bridge: [],
  pipeline: ['bridge', 'prompt', 'classify', 'policy', 'redact', 'sites', 'records', 'pipeline'],
  composer: ['sites', 'prompt'],
  language: [],
  coverage: ['prompt', 'classify', 'policy', 'sites'],
};

/** The files of `records` that the pure core may use: they build and describe records, they store nothing. */
const PURE_RECORDS = /^lib\/records\/(build|record)[\w-]*\.ts$/;

const lib = sourceFiles('lib/**/*');
const folderOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1];

function offences(files: SourceFile[], isBad: (file: SourceFile, target: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((target) => isBad(file, target)).map((target) => `${file.path} -> ${target}`),
  );
}

describe('imports', () => {
  it('sees the tree', () => {
    expect(lib.length).toBeGreaterThan(30);
    expect(lib.some((file) => file.imports.length > 0)).toBe(true);
  });

  it('go one way through the folders of lib', () => {
    const bad = offences(lib, ({ path }, target) => {
      const from = folderOf(path)!;
      const to = folderOf(target);
      const allowed = MAY_IMPORT[from];
      return to !== undefined && to !== from && allowed !== undefined && !allowed.includes(to);
    });
    expect(bad).toEqual([]);
  });

  it('of records by the pipeline are of its pure files only', () => {
    const pipeline = lib.filter(({ path }) => path.startsWith('lib/pipeline/'));
    expect(offences(pipeline, (_, target) => target.startsWith('lib/records/') && !PURE_RECORDS.test(target))).toEqual(
      [],
    );
  });

  it('never reach from lib to the server, or from anywhere to entrypoints', () => {
    expect(offences(lib, (_, target) => target.startsWith('server/') || target.startsWith('tools/'))).toEqual([]);
    const all = sourceFiles('lib/**/*', 'components/**/*', 'server/**/*', 'tools/**/*');
    expect(offences(all, (_, target) => target.startsWith('entrypoints/'))).toEqual([]);
  });

  it('of the browser happen only in platform and entrypoints', () => {
    const files = sourceFiles('lib/**/*', 'components/**/*').filter(({ path }) => !path.startsWith('lib/platform/'));
    expect(offences(files, (_, target) => /^(wxt|@wxt-dev|webextension-polyfill)/.test(target))).toEqual([]);
  });

  it('of Dexie happen only where the extension owns the origin', () => {
    const files = sourceFiles('lib/**/*', 'components/**/*', 'entrypoints/**/*').filter(
      ({ path }) => !/^lib\/(storage|records)\//.test(path),
    );
    expect(offences(files, (_, target) => target === 'dexie')).toEqual([]);
  });

  it('name the extension of relative files, so that Node runs the sources as they are', () => {
    const all = sourceFiles(
      'lib/**/*',
      'server/**/*',
      'tools/**/*',
      'test/**/*',
      'components/**/*',
      'entrypoints/**/*',
    );
    const bad = offences(
      all,
      (_, target) => /^(lib|server|tools|test|components|entrypoints)\//.test(target) && !/\.\w+(\?\w+)?$/.test(target),
    );
    expect(bad).toEqual([]);
  });
});
