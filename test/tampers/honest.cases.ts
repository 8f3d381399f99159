/** Packs nobody touched. */
import { exported } from './pack.ts';
import type { TamperCase } from './tamper-case.ts';

export const HONEST: readonly TamperCase[] = [
  { name: 'nothing', by: 'nobody', reason: null, make: ({ files }) => ({ files }) },
  {
    name: 'nothing, and an earlier checkpoint is given',
    by: 'nobody',
    reason: null,
    make: ({ files, earlier }) => ({ files, checkpoint: earlier }),
  },
  {
    name: 'nothing; a pack of one chain, and an earlier checkpoint is given',
    by: 'nobody',
    reason: null,
    limit: /rest of the log as hashes only/,
    make: async ({ endpoint, forger, earlier }) => ({
      files: await exported(endpoint, `?chain=${forger.chain}&since=${earlier.split('\n')[1]}`),
      checkpoint: earlier,
    }),
  },
];
