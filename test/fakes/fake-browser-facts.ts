import type { BackgroundPorts, BrowserRules } from '../../lib/background/background.ts';

type Facts = Pick<BackgroundPorts, 'hookState' | 'countDenied' | 'worksInPrivateWindows' | 'setBrowserRules'>;

/** A browser in which everything is well; `rules` are those it was told, newest last. */
export function fakeBrowserFacts(rules: BrowserRules[] = []): Facts {
  return {
    hookState: async () => 'present',
    countDenied: async () => 0,
    worksInPrivateWindows: async () => true,
    setBrowserRules: async (next) => void rules.push(next),
  };
}
