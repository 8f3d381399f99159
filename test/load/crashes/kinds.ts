/** All kinds of crashes, in the order of the table. */
import type { Kind } from './kind.ts';
import { backup } from './kinds/backup.ts';
import { browsers, workers } from './kinds/browsers.ts';
import { database } from './kinds/database.ts';
import { databaseDisk } from './kinds/database-disk.ts';
import { delivery } from './kinds/delivery.ts';
import { deviceClock } from './kinds/device-clock.ts';
import { deviceQuota } from './kinds/device-quota.ts';
import { endpoint } from './kinds/endpoint.ts';
import { endpointClock } from './kinds/endpoint-clock.ts';
import { network } from './kinds/network.ts';

export const KINDS: readonly Kind[] = [
  ...browsers,
  ...workers,
  endpoint,
  database,
  databaseDisk,
  deviceQuota,
  network,
  delivery,
  deviceClock,
  endpointClock,
  backup,
];
