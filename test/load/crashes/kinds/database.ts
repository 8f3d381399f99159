import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import { type Kind, onOwnBench } from '../kind.ts';
import { whileShipping } from '../under-way.ts';

export const database: Kind = {
  id: 'database',
  title: 'PostgreSQL: `kill -9` to all its processes while it writes',
  ...onOwnBench(async (bench) => {
    const device = await CrashDevice.create(bench.endpoint.url);
    await device.round();
    await device.write(30);
    await whileShipping(device, async () => {
      await bench.postgres.kill();
      await bench.postgres.start();
    });
    await device.settle();
    return checkDevice(bench, device, 1);
  }),
};
