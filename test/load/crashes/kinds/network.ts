import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import { startCuttingProxy } from '../cutting-proxy.ts';
import { type Kind, onBench } from '../kind.ts';

const CUTS = 10;

export const network: Kind = {
  id: 'network',
  title: 'network: connections cut after a random number of bytes, in either direction',
  ...onBench(async (bench) => {
    const proxy = await startCuttingProxy(bench.endpoint.url);
    const device = await CrashDevice.create(proxy.url);
    while (proxy.cuts < CUTS) {
      await device.write(6);
      await device.round();
    }
    proxy.isOn = false;
    await device.settle();
    const run = await checkDevice(bench, device, proxy.cuts);
    await proxy.close();
    return run;
  }),
};
