import type { BackgroundPorts } from '../../lib/background/background.ts';
import type { TenantHeader } from '../../lib/coverage/tenant-headers.ts';

type Facts = Pick<BackgroundPorts, 'hookState' | 'countDenied' | 'worksInPrivateWindows' | 'setTenantHeaders'>;

/** A browser in which everything is well; `headers` are the ones it was told to add, newest last. */
export function fakeBrowserFacts(headers: TenantHeader[][] = []): Facts {
  return {
    hookState: async () => 'present',
    countDenied: async () => 0,
    worksInPrivateWindows: async () => true,
    setTenantHeaders: async (next) => void headers.push(next),
  };
}
