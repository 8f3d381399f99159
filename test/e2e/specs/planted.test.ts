/** A short form of `npm run planted`: made-up secrets, and a search for them in every byte that was stored because of them. */
import { describe, expect, it } from 'vitest';
import { plantAndLook } from '../../load/planted/run.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';

describe.each(browsersUnderTest())('in %s', (browser) => {
  // One browser is enough to see that the search works; `npm run planted` does both, with twenty times as many.
  it.skipIf(browser === 'firefox')(
    '[B25][B26] ten secrets lie nowhere: not in the profile, the database, logs, what connectors send, or a pack',
    async () => {
      const seed = Date.now() % 1_000_000;
      const report = await plantAndLook({ browser, secrets: 10, perPrompt: 2, seed, restarts: false });
      // The search is no better than what it finds where something really is.
      expect({ seed, blind: report.blind, leaks: report.leaks }).toEqual({ seed, blind: [], leaks: [] });
      // It does find secrets in the profile: where the browser keeps the addresses that were opened.
      expect(report.places[0]?.excused).not.toEqual({});
      expect(report.taken['Send redacted']).toBeGreaterThan(0);
      expect(report.records).toBeGreaterThan(report.taken['Send redacted']!);
    },
  );
});
