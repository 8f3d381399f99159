import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../../../../tools/postgres/start.ts';
import { startBench } from '../bench.ts';
import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import type { Kind } from '../kind.ts';
import { below, whileShipping } from '../under-way.ts';

/** A cluster takes some 60 MB of it, the rest is filled. */
const DISK_BYTES = 200 * 2 ** 20;
/** Left free at most: it runs full by what is being written. */
const LEFT_BYTES = 300_000;
const FULL_WITHIN_MS = 30_000;
/** It stays full so long at most. */
const FULL_MS = 400;

/** Writes a file into all that is free but a little. */
function fill(disk: string, file: string): void {
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - below(LEFT_BYTES))));
  } catch (error) {
    // PostgreSQL has just taken what was free: full is full.
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  }
}

export const databaseDisk: Kind = {
  id: 'database-disk',
  title: 'PostgreSQL: its disk runs full while it writes',
  async prepare() {
    const disk = mkdtempSync(join(tmpdir(), 'sluice-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'sluice', disk]);
    chmodSync(disk, 0o755);
    const unmount = () => {
      execFileSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    };
    const start = async () => {
      const postgres = await startPostgres({ max_wal_size: '32MB', min_wal_size: '32MB' }, disk);
      return startBench({ postgres });
    };
    const bench = await start().catch((error: unknown) => {
      unmount();
      throw error;
    });
    const ballast = join(disk, 'ballast');
    return {
      async run() {
        const device = await CrashDevice.create(bench.endpoint.url);
        await device.round();
        await device.write(30);
        await whileShipping(device, async () => {
          fill(disk, ballast);
          const before = device.failed;
          const deadline = Date.now() + FULL_WITHIN_MS;
          while (device.failed === before && Date.now() < deadline) await sleep(10);
          await sleep(below(FULL_MS));
          rmSync(ballast);
          // It may have ended itself for want of room.
          if (!bench.postgres.isRunning()) await bench.postgres.start();
        });
        await device.settle();
        const run = await checkDevice(bench, device, 1);
        return device.failed > 0 ? run : { ...run, faults: [...run.faults, 'the disk did not run full'] };
      },
      async close() {
        await bench.close();
        unmount();
      },
    };
  },
};
