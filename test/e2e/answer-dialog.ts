import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { DriverPage } from './drivers/driver.ts';

/** A dialogue that has just appeared takes no press that sends: it was not meant for it. */
export const UNMEANT_MS = 700;
const PATIENT_MS = 30_000;

/** Waits for the extension's dialogue, presses one of its buttons and waits until it is gone. Resolves to its text. */
export async function answerDialog(page: DriverPage, button: string, timeoutMs = PATIENT_MS): Promise<string> {
  await page.waitForDialog(timeoutMs);
  await sleep(UNMEANT_MS);
  const text = (await page.dialogText()) ?? '';
  await page.dialogPress(button);
  await expect.poll(() => page.dialogText(), { timeout: timeoutMs }).toBeNull();
  return text;
}
