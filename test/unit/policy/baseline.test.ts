import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compilePolicyYaml } from '../../../lib/policy/author.ts';
import { fromBase64 } from '../../../lib/policy/base64.ts';
import { bundledPolicy } from '../../../lib/policy/bundled.ts';
import { decide } from '../../../lib/policy/decide.ts';
import type { DecisionInput } from '../../../lib/policy/decision.ts';
import { exampleInput, runExamples } from '../../../lib/policy/examples.ts';
import envelope from '../../../policies/baseline.dsse.json' with { type: 'json' };
import { openClassifier } from '../../../tools/open-classifier.ts';
import { textClassifier } from '../../../tools/policy/test-examples.ts';
import { CARD, EMAIL, KEY, sampleInput } from './sample-policy.ts';

const source = await readFile(new URL('../../../policies/baseline.yaml', import.meta.url), 'utf8');
const compiled = await compilePolicyYaml(source);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
const { policy, canonical, digest } = compiled;

const decided = (more: Partial<DecisionInput>) => decide(policy, sampleInput(more));
const classifyText = textClassifier(await openClassifier());
const aboutText = (text: string) => decide(policy, exampleInput(policy, { text, expect: 'allow' }, classifyText));

describe('the bundled policy', () => {
  it('is policies/baseline.yaml, signed (otherwise: npm run -s policy -- bundle)', async () => {
    expect(new TextDecoder().decode(fromBase64(envelope.payload)!)).toBe(canonical);
    expect(await bundledPolicy()).toMatchObject({ digest, policy, version: policy.version, signers: 1 });
  });
});

describe('its examples', () => {
  const { results, untested } = runExamples(policy, classifyText);
  it.each(results)('$rule $path: $expected', ({ actual, expected }) => {
    expect(actual).toBe(expected);
  });
  it('trigger every rule', () => {
    expect(untested).toEqual([]);
  });
});

describe('what it does', () => {
  it('keeps cards and secrets here, but lets the rest go without them', () => {
    for (const finding of [CARD, KEY]) {
      expect(decided({ findings: [EMAIL, finding] })).toMatchObject({
        action: 'block',
        choices: ['redact', 'edit', 'cancel'],
        redact: [0, 1],
      });
    }
  });

  it('redacts personal data after showing it', () => {
    expect(decided({ findings: [EMAIL] })).toMatchObject({ action: 'redact', choices: ['redact', 'edit', 'cancel'] });
  });

  it('blocks what cannot be read, on any app and by any account, with no way to send it', () => {
    for (const accountKind of ['personal', 'corporate', 'anonymous', 'unknown'] as const) {
      const decision = decided({ accountKind, app: 'unknown', unreadable: ['encrypted'], findings: [CARD] });
      expect(decision).toMatchObject({ action: 'block', choices: ['edit', 'cancel'] });
    }
  });

  it('enforces the same after it expired', () => {
    const timeMs = Date.parse(policy.expires) + 1;
    expect(decided({ timeMs, findings: [CARD] }).action).toBe('block');
    expect(decided({ timeMs }).action).toBe('allow');
  });

  it('lets ordinary questions through', () => {
    for (const text of [
      'Rewrite this paragraph so that it sounds friendlier.',
      'const total = items.reduce((sum, item) => sum + item.price, 0);',
      'Was kostet ein Zugticket von Hamburg nach Wien im Mai?',
      'Explique la différence entre TCP et UDP.',
      'Translate: the meeting on 12 March was moved to Berlin.',
    ]) {
      expect([text, aboutText(text).action]).toEqual([text, 'allow']);
    }
  });

  it('speaks four languages in every rule', () => {
    for (const { then } of policy.rules) {
      const messages = Object.values(then.message);
      expect(new Set(messages).size).toBe(4);
    }
  });
});
