/**
 * `npm start`: everything on this computer, ready to try. `-- --headless` plays the tour without a display: one JSON line
 * per step on standard output, screenshots and an evidence pack in `.output/tour`; exit code 1 if any step fails.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Command } from 'commander';
import { ROOT } from './demo.ts';
import { runInteractive } from './interactive.ts';
import { playTour } from './play.ts';

const program = new Command('npm start --')
  .description('Starts endpoint, console, practice site and a browser with the extension.')
  .option('--headless', 'play the tour without a display and exit')
  .option('--no-build', 'use what is built already')
  .showHelpAfterError();
const { headless, build } = program.parse().opts<{ headless?: boolean; build: boolean }>();

if (build) {
  console.error('Building the extension and the console ...');
  for (const target of ['chrome', 'console']) {
    const done = spawnSync(process.execPath, ['tools/build.ts', '--target', target], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    });
    if (done.status !== 0) process.exit(1);
  }
}
const dir = join(ROOT, '.output/tour');
if (headless) process.exit((await playTour(dir)) ? 0 : 1);
await runInteractive(dir);
