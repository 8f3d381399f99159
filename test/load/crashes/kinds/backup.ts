import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startBench } from '../bench.ts';
import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import type { Kind } from '../kind.ts';
import { below, whileShipping } from '../under-way.ts';

const run = promisify(execFile);

export const backup: Kind = {
  id: 'backup',
  title: 'database: set back to a copy that was made while records came in',
  async prepare() {
    const bench = await startBench();
    const folder = mkdtempSync(join(tmpdir(), 'sluice-backup-'));
    const file = join(folder, 'copy');
    const { url } = bench.postgres;
    return {
      async run() {
        const device = await CrashDevice.create(bench.endpoint.url);
        // Some enrol before the copy is made, some after it.
        if (below(3) > 0) await device.round();
        await whileShipping(
          device,
          async () => void (await run('pg_dump', ['--format=custom', `--file=${file}`, url])),
        );
        await device.write(below(30));
        await device.round();
        await bench.endpoint.kill();
        await run('pg_restore', ['--clean', '--if-exists', '--single-transaction', `--dbname=${url}`, file]);
        await device.write(1);
        await bench.endpoint.restart();
        await device.settle();
        return checkDevice(bench, device, 1);
      },
      async close() {
        await bench.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};
