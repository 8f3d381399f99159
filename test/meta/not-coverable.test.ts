import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NOT_COVERABLE } from '../e2e/not-coverable.data.ts';
import { ROOT } from './tree.ts';

const pages = globSync('docs/admin/*.md', { cwd: ROOT })
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');

it.each(NOT_COVERABLE)('$case: every browser policy it names is explained to admins', ({ policy }) => {
  const names = [...policy.matchAll(/`([A-Za-z_]+)`/g)].map(([, name]) => name!);
  expect(names.filter((name) => name !== 'Enabled' && !pages.includes(name))).toEqual([]);
});
