/** What a record costs the device that makes it, and what its signature costs whoever checks it: processor time. */
import { checkEd25519, type Ed25519Check, nodeCheck } from '../../../server/ingest/ed25519.ts';
import { line, SignedDevice } from '../../../test/integration/server/signed-device.ts';
import { makeSenders } from './batches.ts';

export interface DeviceFigures {
  /** To make, sign and pack a record, microseconds. */
  recordUs: number;
  /** To verify one signature as the endpoint does, and by OpenSSL, on one thread, microseconds. */
  verifyUs: number;
  opensslUs: number;
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
  const key = Buffer.from(device.key.publicKey, 'base64url');
  const [bytes, signature] = [Buffer.from(record), Buffer.from(sig, 'base64url')];
  const timed = (check: Ed25519Check) => {
    const start = process.cpuUsage();
    for (let turn = 0; turn < TIMES; turn++) {
      if (!check(signature, bytes, key)) throw new Error('a good signature was refused');
    }
    return sum(process.cpuUsage(start)) / TIMES;
  };
  return { recordUs, verifyUs: timed(checkEd25519), opensslUs: timed(nodeCheck) };
}

const sum = ({ user, system }: NodeJS.CpuUsage) => user + system;
