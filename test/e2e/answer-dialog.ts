import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS } from './arrival.ts';
import type { DriverPage } from './drivers/driver.ts';
import { poll } from './drivers/poll.ts';

/** A dialogue that has just appeared takes no press that sends: it was not meant for it. */
export const UNMEANT_MS = 700;
/** Every button that lets something out begins so. */
const SENDS = /^Send/;

/**
 * Waits for the extension's dialogue, presses one of its buttons and waits until it is gone; the next one may stand in
 * its place by then. Resolves to its text.
 */
export async function answerDialog(page: DriverPage, button: string, timeoutMs = PATIENCE_MS): Promise<string> {
  const text = await page.waitForDialog(timeoutMs);
  const id = await page.dialogId();
  if (SENDS.test(button)) await sleep(UNMEANT_MS);
  await page.dialogPress(button);
  await poll(`end of the dialogue after "${button}"`, timeoutMs, async () => (await page.dialogId()) !== id);
  return text;
}
