/** What the extension costs a page: main thread at the start, for each key and pause, and the wait for an answer. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type FixtureServer, startFixtureServer } from '../../../test/fixtures/server/server.ts';
import type { BenchOptions, PartResult } from '../part.ts';
import { formatMs, type Table } from '../table.ts';
import { type Arms, openArms } from './arms.ts';
import { type BundleSize, bundleSizes } from './bundle-sizes.ts';
import { measurePage, type PageFigures, type PageSize } from './measure-page.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BUILD = join(ROOT, '.output/chrome-mv3');
const FULL: PageSize = { starts: 12, prompts: 15 };
const QUICK: PageSize = { starts: 3, prompts: 3 };
const CARD = '4111 1111 1111 1111';
/** Longer than a request to loopback takes. */
const HELD_MS = 1_500;

export async function pagePart({ quick, progress }: BenchOptions): Promise<PartResult> {
  progress('page: build');
  ensureBuild();
  const bundles = bundleSizes(BUILD);
  progress('page: browsers');
  const server = await startFixtureServer();
  try {
    const arms = await openArms(BUILD, server);
    try {
      progress('page: start, keys, sends');
      const figures = await measurePage(arms, quick ? QUICK : FULL);
      await checkThatItHolds(arms, server);
      return { tables: [costTable(figures), bundleTable(bundles)], figures: { ...figures, bundles }, leftOut: [] };
    } finally {
      await arms.close();
    }
  } finally {
    await server.close();
  }
}

function ensureBuild(): void {
  if (existsSync(join(BUILD, 'manifest.json'))) return;
  const built = spawnSync(process.execPath, [join(ROOT, 'tools/build.ts'), '--target', 'chrome'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the extension does not build');
}

/** An extension that does nothing costs nothing: figures count only if it held a card number in this very browser. */
async function checkThatItHolds(arms: Arms, server: FixtureServer): Promise<void> {
  server.clear();
  await arms.with.fill(`My card is ${CARD}`);
  await arms.with.page.keyboard.press('Enter');
  await sleep(HELD_MS);
  if (server.sinkContains(CARD).length > 0) throw new Error('the extension let a card number through: no figures');
}

const ROWS: [keyof PageFigures, string][] = [
  ['load', 'page start, until the load event'],
  ['settled', 'page start, until all is quiet'],
  ['clock', 'page start, by the clock'],
  ['key', 'one key'],
  ['pause', 'a pause in typing'],
  ['send', 'send, until the answer begins'],
];

function costTable(figures: PageFigures): Table {
  return {
    title: 'Page: what the extension adds (same page, two browsers, in turn)',
    head: ['', 'added p50', 'added p95', 'noise p50', 'noise p95', 'without p50', 'with p50', 'with p95', 'samples'],
    rows: ROWS.map(([what, label]) => {
      const { added, noise, without, with: withIt } = figures[what];
      const times = [added.p50, added.p95, noise.p50, noise.p95, without.p50, withIt.p50, withIt.p95];
      return [label, ...times.map(formatMs), String(withIt.count)];
    }),
    notes: [
      'Processor time of the main thread; page start by the clock and send: time as a person sees it.',
      'Noise: the same difference between two halves of the samples without the extension.',
    ],
  };
}

function bundleTable(bundles: BundleSize[]): Table {
  return {
    title: 'Page: size of what is loaded (minified)',
    head: ['file', 'of budget', 'size', 'budget'],
    rows: bundles.map(({ file, size, budget }) => [
      file,
      `${Math.round((size / budget) * 100)} %`,
      ...[size, budget].map((bytes) => `${Math.round(bytes / 1000)} kB`),
    ]),
  };
}
