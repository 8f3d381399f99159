import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashDevice } from './crash-device.ts';

/** Writes and ships without a pause until `strike` is over, which begins at a random moment of that. */
export async function whileShipping(
  device: CrashDevice,
  strike: () => Promise<void>,
  latestMs: number = 200,
): Promise<void> {
  let isOver = false;
  const shipping = (async () => {
    while (!isOver) {
      await device.write(5);
      await device.round();
    }
  })();
  try {
    await sleep(Math.random() * latestMs);
    await strike();
  } finally {
    isOver = true;
    await shipping;
  }
}

/** A whole number from 0 to below `limit`. */
export const below = (limit: number) => Math.floor(Math.random() * limit);
