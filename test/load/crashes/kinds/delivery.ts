import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import { type Kind, onBench } from '../kind.ts';
import { startUnrulyProxy } from '../unruly-proxy.ts';

const STRIKES = 12;

export const delivery: Kind = {
  id: 'delivery',
  title: 'delivery: batches twice, again, late, in pieces and in the wrong order',
  ...onBench(async (bench) => {
    const proxy = await startUnrulyProxy(bench.endpoint.url);
    const device = await CrashDevice.create(proxy.url);
    while (proxy.strikes < STRIKES) {
      await device.write(6);
      await device.round();
    }
    proxy.isOn = false;
    await device.settle();
    const run = await checkDevice(bench, device, proxy.strikes);
    await proxy.close();
    return run;
  }),
};
