import { expect, it } from 'vitest';
import { sustain } from '../../load/sustained/sustain.ts';

it('a load on two nodes is in the database, each record once', async () => {
  const result = await sustain({ seconds: 3, rate: 400, batch: 50, nodes: 2 });
  expect(result).toMatchObject({ offered: 1_200, acknowledged: 1_200, inDatabase: 1_200, lost: 0, doubled: 0 });
}, 180_000);
