/** A thread that makes devices and signs their batches; each is given away when it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Preparation } from './prepare-devices.ts';
import { signDevice } from './sign-device.ts';

const { tenant, devices, batches, records } = workerData as Preparation;
for (let made = 0; made < devices; made++) {
  const parts = signDevice(tenant, batches, records);
  parentPort!.postMessage(
    parts,
    parts.batches.map(({ body }) => body.buffer),
  );
}
