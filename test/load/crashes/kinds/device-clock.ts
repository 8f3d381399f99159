import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import { type Kind, onBench } from '../kind.ts';
import { below } from '../under-way.ts';

const HOUR_MS = 60 * 60_000;
/** From a minute to twenty years, back as well as forth; and a clock that begins with the epoch. */
export const JUMPS_MS = [60_000, HOUR_MS, 24 * HOUR_MS, 30 * 24 * HOUR_MS, 20 * 365 * 24 * HOUR_MS].flatMap((by) => [
  by,
  -by,
]);
const JUMPS = 8;

export const deviceClock: Kind = {
  id: 'device-clock',
  title: 'device: its clock jumps, by a minute to twenty years, and to 1970',
  ...onBench(async (bench) => {
    const device = await CrashDevice.create(bench.endpoint.url);
    for (let times = 0; times < JUMPS; times++) {
      await device.write(3);
      if (times % 2 === 0) await device.round();
      device.skew = below(JUMPS) === 0 ? -Date.now() : JUMPS_MS[below(JUMPS_MS.length)]!;
      await device.write(2);
      await device.round();
    }
    await device.settle();
    return checkDevice(bench, device, JUMPS);
  }),
};
