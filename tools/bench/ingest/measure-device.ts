/** What a record costs the device that makes it, and what its signature costs whoever checks it: processor time. */
import { createPublicKey, verify } from 'node:crypto';
import { line, SignedDevice } from '../../../test/integration/server/signed-device.ts';
import { makeSenders } from './batches.ts';

export interface DeviceFigures {
  /** To make, sign and pack a record, microseconds. */
  recordUs: number;
  /** To verify one signature on one thread, microseconds. */
  verifyUs: number;
}

const TIMES = 2_000;

export async function measureDevice(tenant: string): Promise<DeviceFigures> {
  // One batch to warm up.
  await makeSenders(tenant, 1, 1);
  const before = process.cpuUsage();
  const [sender] = await makeSenders(tenant, 1, 4);
  const recordUs =
    sum(process.cpuUsage(before)) / sender!.batches.reduce((count, { lines }) => count + lines.length, 0);

  const device = await SignedDevice.create(tenant);
  const { record, sig } = JSON.parse(line(await device.decision())) as { record: string; sig: string };
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: device.key.publicKey };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const [bytes, signature] = [Buffer.from(record), Buffer.from(sig, 'base64url')];
  const verifyBefore = process.cpuUsage();
  for (let turn = 0; turn < TIMES; turn++) {
    if (!verify(null, bytes, key, signature)) throw new Error('a good signature was refused');
  }
  return { recordUs, verifyUs: sum(process.cpuUsage(verifyBefore)) / TIMES };
}

const sum = ({ user, system }: NodeJS.CpuUsage) => user + system;
