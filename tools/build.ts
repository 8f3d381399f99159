// Builds everything that ships: the extension for each browser and the console. `--target` picks, and may be repeated.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WXT = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/** Each target: the command (run by this Node) and the file that must be there afterwards. */
const TARGETS: Record<string, { command: string[]; result: string }> = {
  chrome: { command: [WXT, 'build', '-b', 'chrome'], result: '.output/chrome-mv3/manifest.json' },
  edge: { command: [WXT, 'build', '-b', 'edge'], result: '.output/edge-mv3/manifest.json' },
  firefox: { command: [WXT, 'build', '-b', 'firefox'], result: '.output/firefox-mv3/manifest.json' },
  console: {
    command: [VITE, 'build', 'server/console', '--outDir', join(ROOT, '.output/console'), '--emptyOutDir'],
    result: '.output/console/index.html',
  },
};

/** Builds one target; returns false, with the tool's output on stderr, when it failed. */
function build(name: string): boolean {
  const { command, result } = TARGETS[name]!;
  const start = Date.now();
  const run = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (run.status !== 0 || !existsSync(join(ROOT, result))) {
    console.error(`${name}: build FAILED (exit ${run.status ?? run.signal})\n${run.stdout}${run.stderr}`);
    return false;
  }
  console.log(`${name}: ${result} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return true;
}

/** The console is a part of its own with its own configuration; an extension-only checkout goes without. */
function hasSources(name: string): boolean {
  return name !== 'console' || existsSync(join(ROOT, 'server/console/vite.config.ts'));
}

function main(): number {
  const { values } = parseArgs({ options: { target: { type: 'string', multiple: true } } });
  const names = values.target ?? Object.keys(TARGETS).filter(hasSources);
  const unknown = names.filter((name) => TARGETS[name] === undefined);
  if (unknown.length > 0) {
    console.error(`no such target: ${unknown.join(', ')}; known: ${Object.keys(TARGETS).join(', ')}`);
    return 2;
  }
  // One after the other: WXT writes shared files below .wxt.
  const failed = names.filter((name) => !build(name));
  if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = main();
