import type { SluiceDb } from '../../../../lib/storage/db.ts';
import { checkDevice } from '../check.ts';
import { CrashDevice } from '../crash-device.ts';
import { type Kind, onBench } from '../kind.ts';
import { below } from '../under-way.ts';

/** The database takes nothing more after so many writes, until it is told otherwise; deleting works. */
function fillable(db: SluiceDb) {
  let left = Number.POSITIVE_INFINITY;
  db.use({
    stack: 'dbcore',
    name: 'quota',
    create: (down) => ({
      ...down,
      table: (name) => {
        const table = down.table(name);
        return {
          ...table,
          mutate(request) {
            if (request.type === 'add' || request.type === 'put') {
              if (left <= 0) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
              left -= 1;
            }
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return (writes: number) => {
    left = writes;
  };
}

export const deviceQuota: Kind = {
  id: 'device-quota',
  title: "device: the browser's quota is used up in the middle of writes",
  ...onBench(async (bench) => {
    const device = await CrashDevice.create(bench.endpoint.url);
    const writing = device.profile.openDb();
    const setRoom = fillable(writing);
    const setRoomOfQueue = fillable(device.profile.db);
    device.writer = device.profile.startWorker({ db: writing, now: Date.now });
    await device.round();
    for (let times = 0; times < 5; times++) {
      await device.write(1 + below(6));
      setRoom(below(4));
      await device.write(1 + below(12));
      // Shipping goes on meanwhile, on a disk where nothing can be noted.
      if (times % 2 === 0) setRoomOfQueue(below(3));
      await device.round().catch(() => null);
      for (const set of [setRoom, setRoomOfQueue]) set(Number.POSITIVE_INFINITY);
      await device.write(1);
    }
    await device.settle();
    return checkDevice(bench, device, 5);
  }),
};
