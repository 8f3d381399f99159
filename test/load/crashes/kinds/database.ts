import { startBench } from '../bench.ts';
import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import type { Kind } from '../kind.ts';
import { whileShipping } from '../under-way.ts';

export const database: Kind = {
  id: 'database',
  title: 'PostgreSQL: `kill -9` to all its processes while it writes',
  async prepare() {
    const bench = await startBench();
    return {
      async run() {
        const device = await CrashDevice.create(bench.endpoint.url);
        await device.round();
        await device.write(30);
        await whileShipping(device, async () => {
          await bench.postgres.kill();
          await bench.postgres.start();
        });
        await device.settle();
        return checkDevice(bench, device, 1);
      },
      close: () => bench.close(),
    };
  },
};
