/** Batches as devices ship them: signed, chained records of decisions and of their effects, five hundred a batch. */
import { gzipSync } from 'node:zlib';
import { buildEffect } from '../../../lib/records/build.ts';
import { BATCH_LIMITS } from '../../../lib/records/outbox.ts';
import { batch, line, SignedDevice, type SignedRecord } from '../../../test/integration/server/signed-device.ts';

export interface Batch {
  /** One shipped record each, as text. */
  lines: string[];
  /** The body of a request: all lines, gzip. */
  body: Uint8Array<ArrayBuffer>;
}

export interface Sender {
  device: SignedDevice;
  /** In the order of the chain. */
  batches: Batch[];
}

/** Signs everything beforehand: what a device does is no part of the measurement. */
export async function makeSenders(tenant: string, devices: number, batches: number): Promise<Sender[]> {
  return Promise.all(
    Array.from({ length: devices }, async () => {
      const device = await SignedDevice.create(tenant);
      const made: Batch[] = [];
      while (made.length < batches) made.push(await makeBatch(device));
      return { device, batches: made };
    }),
  );
}

async function makeBatch(device: SignedDevice): Promise<Batch> {
  const records: SignedRecord[] = [];
  while (records.length < BATCH_LIMITS.maxLines) {
    const decision = await device.decision();
    const effect = buildEffect({
      decisionId: decision.id,
      state: 'as_decided',
      observedBy: 'fetch',
      agreement: 'agree',
    });
    records.push(decision, await device.next(effect));
  }
  return { lines: records.map(line), body: new Uint8Array(gzipSync(batch(records))) };
}
