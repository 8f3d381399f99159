import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBench } from '../bench.ts';
import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import type { Kind } from '../kind.ts';
import { below } from '../under-way.ts';
import { JUMPS_MS } from './device-clock.ts';

const JUMPS = 6;
const CLOCK = pathToFileURL(join(import.meta.dirname, '../jumping-clock.mjs')).href;

export const endpointClock: Kind = {
  id: 'endpoint-clock',
  title: 'endpoint: its clock jumps, by a minute to twenty years',
  async prepare() {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-clock-'));
    const file = join(folder, 'off');
    const set = (by: number) => {
      // At once, so that no half of a number is read.
      writeFileSync(`${file}.next`, String(by));
      renameSync(`${file}.next`, file);
    };
    set(0);
    const bench = await startBench({ env: { NODE_OPTIONS: `--import=${CLOCK}`, CLOCK_FILE: file } });
    return {
      async run() {
        const device = await CrashDevice.create(bench.endpoint.url);
        await device.round();
        for (let times = 0; times < JUMPS; times++) {
          await device.write(20);
          await device.round();
          set(JUMPS_MS[below(JUMPS_MS.length)]!);
          await device.write(5);
          await device.round();
        }
        await device.settle();
        return checkDevice(bench, device, JUMPS);
      },
      async close() {
        await bench.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};
