/**
 * Sends prepared batches at a pace that does not wait for answers: each has the moment at which it is due, and its time
 * is counted from then, also when the device was still busy with the one before.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sendBatch } from './device-requests.ts';
import type { PreparedDevice } from './prepared-device.ts';

export interface Offered {
  /** Records that were due. */
  offered: number;
  /** Records that a receipt covers. */
  acknowledged: number;
  /** From due to answered, milliseconds, one a batch. */
  batchMs: number[];
  /** Answers that told to wait, and requests without an answer. */
  busy: number;
  unanswered: number;
  /** Until the last batch was answered, seconds. */
  seconds: number;
}

/** Nothing is waited for longer than this: what has no receipt by then has not been acknowledged. */
const DRAIN_MS = 120_000;
const AGAIN_MS = 250;

/** @param urls Nodes; devices take turns. @param everyMs Between two batches of one device. */
export async function offerLoad(
  urls: readonly string[],
  devices: readonly PreparedDevice[],
  everyMs: number,
): Promise<Offered> {
  const result: Offered = { offered: 0, acknowledged: 0, batchMs: [], busy: 0, unanswered: 0, seconds: 0 };
  const began = performance.now();
  const rounds = Math.max(...devices.map(({ parts }) => parts.batches.length));
  const end = began + rounds * everyMs + DRAIN_MS;
  await Promise.all(
    devices.map(async (device, index) => {
      const url = urls[index % urls.length]!;
      // Devices are spread over the time between two batches, as people are.
      const offset = (index / devices.length) * everyMs;
      let held = 0;
      for (const [round, { body, records, seq }] of device.parts.batches.entries()) {
        const due = began + offset + round * everyMs;
        result.offered += records;
        await sleep(Math.max(0, due - performance.now()));
        while (held < seq && performance.now() < end) held = await send(url, device.token, body, held, result);
        result.batchMs.push(performance.now() - due);
      }
      result.acknowledged += held;
    }),
  );
  result.seconds = (performance.now() - began) / 1000;
  return result;
}

/** @returns How far the device's receipts reach now. */
async function send(
  url: string,
  token: string,
  body: Uint8Array<ArrayBuffer>,
  held: number,
  result: Offered,
): Promise<number> {
  const answer = await sendBatch(url, token, body);
  if (answer === null) result.unanswered += 1;
  else if (answer === 429 || answer === 503) result.busy += 1;
  else if (typeof answer === 'number') throw new Error(`a batch was answered with ${answer}`);
  else return answer.receipt?.body.seq ?? held;
  await sleep(AGAIN_MS);
  return held;
}
