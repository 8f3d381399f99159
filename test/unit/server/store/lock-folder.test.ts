import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockFolder } from '../../../../server/store/lock-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-lock-'));
const file = join(folder, 'process.lock');
afterAll(() => rmSync(folder, { recursive: true }));

it('a folder has one user at a time, also within one process', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`);
  release();
  lockFolder(folder)();
});

it('is refused while its holder runs', () => {
  writeFileSync(file, String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`);
});

it.each(['999999999', '', 'no number', String(process.pid)])(
  'is taken over from %j, which does not hold it',
  (left) => {
    writeFileSync(file, left);
    const release = lockFolder(folder);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    release();
  },
);
