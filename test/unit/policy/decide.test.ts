import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareActions, decide, decideWithout } from '../../../lib/policy/decide.ts';
import { ACTIONS, CHOICES } from '../../../lib/policy/decision.ts';
import { CARD, EMAIL, KEY, sampleInput, samplePolicy, sampleRule, withChoices } from './sample-policy.ts';

const pii = { finding: { class: ['PII' as const] } };
const pci = { finding: { class: ['PCI' as const] } };
const cardsMayGoRedacted = sampleRule('cards', pci, 'block', withChoices('block', ['redact', 'edit', 'cancel']));
const strictCards = sampleRule('cards', pci, 'block');
const redactPii = sampleRule('pii', pii, 'redact');

describe('which action', () => {
  it('allows when no rule matches, and says that the default did', () => {
    const decision = decide(samplePolicy([redactPii]), sampleInput());
    expect(decision).toEqual({
      action: 'allow',
      wouldAction: 'allow',
      rules: [],
      decisive: null,
      choices: [],
      redact: [],
      reason: 'default',
      evaluation: 'evaluated',
    });
  });

  it('takes the most severe enforced rule wherever it stands', () => {
    const decision = decide(samplePolicy([redactPii, strictCards]), sampleInput({ findings: [EMAIL, CARD] }));
    expect(decision).toMatchObject({ action: 'block', decisive: 'cards', reason: 'rule', redact: [0, 1] });
    expect(decision.rules.map((rule) => rule.id)).toEqual(['cards', 'pii']);
  });

  it('keeps monitor rules to wouldAction', () => {
    const watching = { ...strictCards, mode: 'monitor' as const };
    const decision = decide(samplePolicy([watching, redactPii]), sampleInput({ findings: [EMAIL, CARD] }));
    expect(decision).toMatchObject({ action: 'redact', wouldAction: 'block', decisive: 'pii', redact: [0] });
    expect(decision.rules.map((rule) => [rule.id, rule.mode])).toContainEqual(['cards', 'monitor']);
  });

  it('caps a rule in warn mode at a warning that can be passed', () => {
    const trial = { ...strictCards, mode: 'warn' as const };
    const decision = decide(samplePolicy([trial]), sampleInput({ findings: [CARD] }));
    expect(decision).toMatchObject({ action: 'warn', wouldAction: 'warn', decisive: 'cards' });
    expect(decision.choices).toEqual(['redact', 'proceed', 'edit', 'cancel']);
  });

  it('breaks ties by severity, then by place', () => {
    const rules = [
      sampleRule('a', pci, 'block', { severity: 'low' }),
      sampleRule('b', pci, 'block', { severity: 'critical' }),
      sampleRule('c', pci, 'block', { severity: 'critical' }),
    ];
    expect(decide(samplePolicy(rules), sampleInput({ findings: [CARD] })).rules.map((rule) => rule.id)).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  it('names owner, message and selected findings of a hit', () => {
    const [hit] = decide(samplePolicy([redactPii]), sampleInput({ findings: [CARD, EMAIL, EMAIL] })).rules;
    expect(hit).toMatchObject({ owner: 'A. Example, Security', findings: [1, 2], action: 'redact', ver: 1 });
    expect(hit?.message.de).toBe('Halt');
  });
});

describe('choices', () => {
  const offered = (rules: Parameters<typeof samplePolicy>[0], findings = [EMAIL, CARD, KEY]) =>
    decide(samplePolicy(rules), sampleInput({ findings: [...findings], uses: [{ use: 'hiring', confidence: 1 }] }))
      .choices;
  const use = { use: { in: ['hiring'] } };

  it('has defaults for every action', () => {
    expect(offered([sampleRule('r', pii, 'warn')])).toEqual(['proceed', 'edit', 'cancel']);
    expect(offered([sampleRule('r', pii, 'justify')])).toEqual(['redact', 'justify', 'edit', 'cancel']);
    expect(offered([redactPii])).toEqual(['redact', 'edit', 'cancel']);
    expect(offered([sampleRule('r', pii, 'route')])).toEqual(['edit', 'cancel']);
    expect(offered([sampleRule('r', pii, 'approve')])).toEqual(['edit', 'cancel']);
    expect(offered([strictCards])).toEqual(['edit', 'cancel']);
    expect(offered([sampleRule('r', pii, 'allow')])).toEqual([]);
  });

  it('offers redact only if every blocking rule with findings does', () => {
    expect(offered([cardsMayGoRedacted, redactPii])).toContain('redact');
    expect(offered([strictCards, redactPii])).not.toContain('redact');
  });

  it('does not offer redact when a use is blocked, which no replacement cures', () => {
    expect(offered([sampleRule('use', use, 'block'), redactPii])).toEqual(['edit', 'cancel']);
  });

  it('does not let a demanded justification be skipped by redacting something else', () => {
    expect(offered([sampleRule('use', use, 'justify'), redactPii])).toEqual(['edit', 'cancel']);
    expect(offered([sampleRule('use', use, 'justify')])).toEqual(['justify', 'edit', 'cancel']);
  });

  it('offers proceed only if no rule forbids it, and justify where the others would let the original go', () => {
    const warn = sampleRule('warn', pii, 'warn');
    expect(offered([warn, sampleRule('other', pci, 'warn')])).toContain('proceed');
    expect(offered([warn, redactPii])).not.toContain('proceed');
    const both = offered([warn, sampleRule('why', pci, 'justify')]);
    expect(both).toContain('justify');
    expect(both).not.toContain('proceed');
  });

  it('ignores what monitor rules would forbid', () => {
    const watching = { ...strictCards, mode: 'monitor' as const };
    expect(offered([watching, sampleRule('warn', pii, 'warn')])).toEqual(['proceed', 'edit', 'cancel']);
  });

  it('redacts what a justify rule names too, when the person takes that way', () => {
    const policy = samplePolicy([sampleRule('why', pii, 'justify'), cardsMayGoRedacted]);
    expect(decide(policy, sampleInput({ findings: [EMAIL, KEY, CARD] })).redact).toEqual([0, 2]);
  });
});

describe('what cannot be evaluated', () => {
  const unread = (more = {}) => sampleInput({ unreadable: ['binary'], ...more });

  it('applies the default of the policy', () => {
    const decision = decide(samplePolicy([redactPii]), unread());
    expect(decision).toMatchObject({
      action: 'block',
      reason: 'not_evaluable',
      evaluation: 'not_evaluable',
      decisive: null,
    });
    expect(decision.choices).toEqual(['edit', 'cancel']);
  });

  it('does not offer to redact around what nobody has read', () => {
    const decision = decide(samplePolicy([cardsMayGoRedacted]), unread({ findings: [CARD] }));
    expect(decision.choices).toEqual(['edit', 'cancel']);
  });

  it('lets a rule about unreadable content say otherwise, but only when it is enforced and holds', () => {
    const images = sampleRule('images', { unreadable: ['binary'], app: ['chatgpt'] }, 'allow');
    expect(decide(samplePolicy([images]), unread())).toMatchObject({
      action: 'allow',
      reason: 'rule',
      decisive: 'images',
    });
    expect(decide(samplePolicy([images]), unread()).evaluation).toBe('not_evaluable');
    expect(decide(samplePolicy([images]), unread({ app: 'claude' })).action).toBe('block');
    expect(decide(samplePolicy([images]), unread({ unreadable: ['encrypted'] })).action).toBe('block');
    const watching = { ...images, mode: 'monitor' as const };
    expect(decide(samplePolicy([watching]), unread())).toMatchObject({ action: 'block', wouldAction: 'allow' });
  });

  it('is not lifted by the absence of unreadable content in a `not`', () => {
    const rule = sampleRule('r', { all: [{ not: { unreadable: ['encrypted'] } }, { app: ['chatgpt'] }] }, 'allow');
    expect(decide(samplePolicy([rule]), unread()).action).toBe('block');
  });
});

describe('the other defaults', () => {
  it('asks at least unknownSite on a site without adapter', () => {
    const policy = samplePolicy([redactPii], {
      defaults: { notEvaluable: 'block', unknownSite: 'warn', stale: 'allow', noPolicy: 'block' },
    });
    expect(decide(policy, sampleInput({ app: 'unknown' }))).toMatchObject({ action: 'warn', reason: 'default' });
    expect(decide(policy, sampleInput({ app: 'unknown', findings: [EMAIL] })).action).toBe('redact');
    expect(decide(policy, sampleInput()).action).toBe('allow');
  });

  it('keeps enforcing after expiry and asks at least stale', () => {
    const defaults = { notEvaluable: 'block', unknownSite: 'allow', stale: 'justify', noPolicy: 'block' } as const;
    const policy = samplePolicy([strictCards], { defaults });
    const expired = Date.parse(policy.expires);
    expect(decide(policy, sampleInput({ timeMs: expired - 1 })).action).toBe('allow');
    expect(decide(policy, sampleInput({ timeMs: expired })).action).toBe('justify');
    expect(decide(policy, sampleInput({ timeMs: expired, findings: [CARD] })).action).toBe('block');
  });

  it('has a decision for when there is no policy or no time', () => {
    expect(decideWithout('no_policy', 'block')).toMatchObject({
      action: 'block',
      reason: 'no_policy',
      evaluation: 'fallback',
      choices: ['edit', 'cancel'],
    });
    expect(decideWithout('timeout', 'block')).toMatchObject({ reason: 'timeout', evaluation: 'timeout' });
    expect(decideWithout('no_policy', 'allow').choices).toEqual([]);
  });
});

describe('for any policy and input', () => {
  const findings = fc.array(fc.constantFrom(EMAIL, CARD, KEY), { maxLength: 6 });
  const rule = fc
    .record({
      condition: fc.constantFrom(
        pii,
        pci,
        { finding: { class: ['SECRET' as const] } },
        { channel: ['paste' as const] },
      ),
      action: fc.constantFrom(...ACTIONS),
      mode: fc.constantFrom('enforce', 'warn', 'monitor'),
    })
    .map(
      ({ condition, action, mode }) =>
        ({ condition, action: 'finding' in condition ? action : 'block', mode }) as const,
    );
  const policies = fc
    .array(rule, { minLength: 1, maxLength: 6 })
    .map((rules) => samplePolicy(rules.map((r, i) => sampleRule(`r${i}`, r.condition, r.action, { mode: r.mode }))));
  const inputs = fc
    .record({ findings, channel: fc.constantFrom('typed', 'paste'), unreadable: fc.subarray(['binary', 'stream']) })
    .map((some) => sampleInput(some as Partial<ReturnType<typeof sampleInput>>));

  it('never lets the original go past a rule that keeps it back', () => {
    fc.assert(
      fc.property(policies, inputs, (policy, input) => {
        const decision = decide(policy, input);
        const strict = decision.rules.some(
          (hit) => hit.mode === 'enforce' && compareActions(hit.action, 'redact') >= 0,
        );
        if (strict || input.unreadable.length > 0) {
          expect(decision.choices).not.toContain('proceed');
          expect(decision.choices).not.toContain('justify');
          expect(compareActions(decision.action, 'redact')).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never gets stricter by a finding less, and redacts every finding an enforced rule keeps back', () => {
    fc.assert(
      fc.property(policies, inputs, (policy, input) => {
        const decision = decide(policy, input);
        const fewer = decide(policy, { ...input, findings: input.findings.slice(1) });
        expect(compareActions(fewer.action, decision.action)).toBeLessThanOrEqual(0);
        for (const hit of decision.rules.filter(
          (r) => r.mode === 'enforce' && compareActions(r.action, 'redact') >= 0,
        )) {
          for (const index of hit.findings) expect(decision.redact).toContain(index);
        }
      }),
    );
  });

  it('is deterministic, leaves its arguments alone and stays in the vocabulary', () => {
    fc.assert(
      fc.property(policies, inputs, (policy, input) => {
        const before = JSON.stringify([policy, input]);
        const decision = decide(policy, input);
        expect(decide(policy, input)).toEqual(decision);
        expect(JSON.stringify([policy, input])).toBe(before);
        if (input.unreadable.length === 0) {
          expect(compareActions(decision.wouldAction, decision.action)).toBeGreaterThanOrEqual(0);
        }
        for (const choice of decision.choices) expect(CHOICES).toContain(choice);
        if (decision.action !== 'allow') expect(decision.choices).toEqual(expect.arrayContaining(['edit', 'cancel']));
      }),
    );
  });
});
