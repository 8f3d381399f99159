import { describe, expect, it } from 'vitest';
import { ComposerCanary } from '../../../lib/coverage/canary.ts';
import { afterCall, afterUnseen, type HealthCounts, healthOf, healthReport } from '../../../lib/coverage/health.ts';
import { coverageOf, helpsToReload } from '../../../lib/coverage/level.ts';
import type { Prompt } from '../../../lib/prompt/prompt.ts';
import { appHealth } from '../../../lib/records/record-fields.ts';

const GOOD = { shape: 'known', composer: true, matches: true } as const;
const counted = (...calls: Parameters<typeof afterCall>[1][]) =>
  calls.reduce<HealthCounts | undefined>((counts, call) => afterCall(counts, call), undefined);

describe('health', () => {
  it.each([
    ['never_seen', undefined],
    ['ok', counted(GOOD)],
    ['ok', counted({ ...GOOD, matches: null })],
    ['unknown_shape', counted({ ...GOOD, shape: 'unknown' })],
    ['degraded', counted(GOOD, { ...GOOD, shape: 'unknown' })],
    ['degraded', counted({ ...GOOD, composer: false })],
    ['degraded', counted(GOOD, { ...GOOD, matches: false })],
    ['degraded', afterUnseen(counted(GOOD))],
    ['ok', counted({ ...GOOD, composer: false }, GOOD)],
  ])('is %s after %o', (state, counts) => expect(healthOf(counts)).toBe(state));

  it('goes into the heartbeat as counts only', () => {
    const book = {
      chatgpt: counted(GOOD, { ...GOOD, matches: false })!,
      you: afterUnseen(),
      idle: { ...counted(GOOD)!, recent: [] },
    };
    const report = healthReport(book);
    expect(report).toEqual([
      { app: 'chatgpt', state: 'degraded', known: 2, unknown: 0, unseen: 0, no_composer: 0, no_match: 1 },
      { app: 'you', state: 'degraded', known: 0, unknown: 0, unseen: 1, no_composer: 0, no_match: 0 },
    ]);
    for (const line of report) appHealth.parse(line);
  });
});

describe('the composer canary', () => {
  const prompt = (...texts: string[]): Prompt => ({
    app: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'typed',
    shape: 'known',
    conversation: null,
    parts: texts.map((text, index) => ({ id: String(index), role: 'user', kind: 'text', text })),
    unreadable: [],
  });

  it('finds the text again through markup and line ends, once', () => {
    const canary = new ComposerCanary();
    canary.sent('Buy:\n- bread\n- milk', 1_000);
    expect(canary.read(prompt('history', 'Buy:\n\n* bread\n* milk\n'), true, 1_200).matches).toBe(true);
    expect(canary.read(prompt('x'), true, 1_300).matches).toBeNull();
  });

  it('tells when the outgoing prompt is another', () => {
    const canary = new ComposerCanary();
    canary.sent('Buy bread', 1_000);
    expect(canary.read(prompt('Sell milk'), false, 1_200)).toEqual({ shape: 'known', composer: false, matches: false });
  });

  it('does not compare with what was sent long ago', () => {
    const canary = new ComposerCanary();
    canary.sent('Buy bread', 1_000);
    expect(canary.read(prompt('Sell milk'), true, 60_000).matches).toBeNull();
  });
});

describe('coverage of a tab', () => {
  it.each([
    ['blocking', 'present', 'full', null, false],
    ['blocking', 'absent', 'partial', 'no_hook', true],
    ['blocking', 'incomplete', 'partial', 'unguarded', true],
    ['observing', 'present', 'partial', 'no_gate', false],
    ['observing', 'absent', 'none', 'unheld', true],
    ['blocking', 'forbidden', 'none', 'forbidden', false],
    ['observing', 'forbidden', 'none', 'forbidden', false],
  ] as const)('[B28] gate %s, hook %s: %s', (gate, hook, level, reason, reload) => {
    expect(coverageOf({ gate, hook })).toEqual({ level, reason });
    expect(helpsToReload(reason)).toBe(reload);
  });
});
