import type { ChainMark } from '../../lib/sync/chain-mark.ts';

/** A mark that outlives what it is beside. */
export function fakeChainMark(): ChainMark {
  let stored: string | null = null;
  return {
    read: async () => stored,
    write: async (chain) => {
      stored = chain;
    },
  };
}
