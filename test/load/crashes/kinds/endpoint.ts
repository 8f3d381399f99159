import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import { type Kind, onOwnBench } from '../kind.ts';
import { whileShipping } from '../under-way.ts';

export const endpoint: Kind = {
  id: 'endpoint',
  title: 'endpoint: `kill -9` while it takes records',
  ...onOwnBench(async (bench) => {
    const device = await CrashDevice.create(bench.endpoint.url);
    await device.round();
    await device.write(30);
    await whileShipping(device, () => bench.endpoint.kill());
    await device.write(5);
    await bench.endpoint.restart();
    await device.settle();
    return checkDevice(bench, device, 1);
  }),
};
