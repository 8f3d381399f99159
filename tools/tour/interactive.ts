/** The demo with a window: stays up until it is closed or interrupted. */
import { join } from 'node:path';
import { launchChromium } from '../browser/chromium.ts';
import { chromeBuild, startDemo } from './demo.ts';

export async function runInteractive(dir: string): Promise<void> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.error('There is no display here. `npm start -- --headless` plays the tour without one.');
    process.exit(1);
  }
  const demo = await startDemo(dir);
  const run = await launchChromium({
    extensionDir: chromeBuild(),
    mode: 'policy',
    managed: demo.managed,
    headless: false,
    userDataDir: join(dir, 'profile'),
  });
  const console_ = `${demo.endpoint}/console/`;
  for (const url of [console_, demo.practice.url]) await (await run.context.newPage()).goto(url);
  console.log(`
  Practice chat   ${demo.practice.url}
  Console         ${console_}
  Sign in         ${demo.admin.user} / ${demo.admin.password}
  Received log    ${demo.practice.log}

  In the practice chat, write a name and a card number, for example 4111 1111 1111 1111, and press Enter.
  Ctrl+C or closing the browser ends everything.
`);
  await new Promise<void>((resolve) => {
    run.context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await run.close();
  await demo.close();
}
