/** Devices with signed batches, made by as many threads as the machine has cores: for minutes of load these are millions. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PreparedDevice, type PreparedParts } from './prepared-device.ts';

export interface Preparation {
  tenant: string;
  devices: number;
  /** Batches of each, and records of each of these. */
  batches: number;
  records: number;
}

export async function prepareDevices(wanted: Preparation): Promise<PreparedDevice[]> {
  const threads = Math.min(availableParallelism(), wanted.devices);
  const share = (thread: number) => Math.ceil((wanted.devices - thread) / threads);
  const made = await Promise.all(
    Array.from({ length: threads }, (_, thread) => prepare({ ...wanted, devices: share(thread) })),
  );
  return made.flat().map((parts) => new PreparedDevice(parts));
}

function prepare(workerData: Preparation): Promise<PreparedParts[]> {
  return new Promise((resolve, reject) => {
    const made: PreparedParts[] = [];
    const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData });
    worker.on('message', (parts: PreparedParts) => {
      made.push(parts);
      if (made.length === workerData.devices) resolve(made);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('a thread that signs ended too soon')));
  });
}
