import { NO_DATA } from '../../lib/classify/every-table.ts';
import { fakeChainMark } from './fake-chain-mark.ts';
import { AGENT } from './fake-device.ts';
import { fakeGovernedList } from './fake-governed-list.ts';
import { fakeLocks } from './fake-locks.ts';

/** What a browser gives the background, as far as it is the same in every test. */
export const quietPorts = () => ({
  locks: fakeLocks().locks,
  mark: fakeChainMark(),
  models: NO_DATA.models,
  surroundings: { agent: AGENT, coverage: 'full' as const },
  language: 'en' as const,
  digestKey: new Uint8Array(32).fill(9),
  random: () => 0.5,
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  randomUuid: () => crypto.randomUUID(),
  wakeAt: () => undefined,
  ownOrigin: 'chrome-extension://sluice',
  tabAddress: async () => 'https://chatgpt.com/c/1',
  onUnguarded: () => undefined,
  // What waits longer than a request would is not waited for.
  sleep: (ms: number) => (ms > 10_000 ? new Promise<void>(() => undefined) : Promise.resolve()),
  governed: fakeGovernedList().list,
  openReader: async () => undefined,
  loadViews: async () => undefined,
});
