import { describe, expect, it } from 'vitest';
import { compilePolicyYaml } from '../../../lib/policy/author.ts';
import { compilePolicy, parsePolicy } from '../../../lib/policy/compile.ts';
import { parsePath } from '../../../lib/policy/faults.ts';
import type { Condition } from '../../../lib/policy/schema.ts';
import { samplePolicy, sampleRule, withChoices } from './sample-policy.ts';

type Json = Record<string, unknown>;

/** A valid document as plain JSON, changed at one path (`undefined` deletes), and the faults it then has. */
function faultsWith(path: string, value: unknown): string[] {
  const policy = samplePolicy([
    sampleRule('first', { finding: { class: ['PII'] } }, 'redact'),
    sampleRule('second', { channel: ['paste'] }, 'block'),
  ]);
  const document = structuredClone(policy) as unknown as Json;
  const keys = parsePath(path);
  const holder = keys.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, document);
  if (value === undefined) delete holder[keys.at(-1)!];
  else holder[keys.at(-1)!] = value;
  const parsed = parsePolicy(document);
  return parsed.ok ? [] : parsed.errors.map((fault) => `${fault.path}: ${fault.message}`);
}

describe('what does not compile', () => {
  it.each([
    ['rules[0].owner', undefined, 'rules[0].owner: is missing'],
    ['rules[0].owner.person', '  ', 'rules[0].owner.person: must not be empty'],
    ['rules[1].rationale', undefined, 'rules[1].rationale: is missing'],
    ['rules[1].examples', undefined, 'rules[1].examples: is missing'],
    ['rules[1].examples', [], 'rules[1].examples: needs at least one entry'],
    ['rules[1].examples[0]', { expect: 'block' }, 'rules[1].examples[0]: needs a text or an input'],
    ['rules[0].then.message.fr', undefined, 'rules[0].then.message.fr: is missing'],
    [
      'rules[1].then.action',
      'blok',
      'rules[1].then.action: must be one of allow, warn, justify, redact, route, approve, block, not "blok"',
    ],
    ['rules[0].mode', 'off', 'rules[0].mode: must be one of enforce, warn, monitor, not "off"'],
    ['rules[0].when.finding.class', 'PII', 'rules[0].when.finding.class: must be a list, e.g. [one, two]'],
    ['rules[0].when.finding.confidence', { gte: 1.5 }, 'rules[0].when.finding.confidence.gte: must be at most 1'],
    [
      'rules[0].when.finding.confidence',
      { gte: 0.12345 },
      'rules[0].when.finding.confidence.gte: has more than 3 decimals',
    ],
    ['rules[0].when.finding.enttiy', ['X'], 'rules[0].when.finding.enttiy: is not a field that exists here'],
    ['rules[0].when', {}, 'rules[0].when: is empty; say when the rule applies'],
    ['rules[1].when', { all: [{ not: {} }] }, 'rules[1].when.all[0].not: is empty; say when the rule applies'],
    ['rules[0].when', { app: ['chatgpt'] }, 'rules[0].when: names no finding, so there is nothing to redact'],
    ['rules[0].when', { not: { finding: {} } }, 'rules[0].when: names no finding, so there is nothing to redact'],
    [
      'rules[1].when.time',
      { from: '25:00', to: '08:00' },
      'rules[1].when.time.from: must be a time such as "08:30" (in quotes)',
    ],
    ['rules[1].id', 'first', 'rules[1].id: is already the id of rules[0]'],
    ['rules[1].id', 'Two Words', 'rules[1].id: must be lower-case letters, digits and hyphens, e.g. card-numbers'],
    ['version', 1.5, 'version: must be a whole number'],
    ['version', 0, 'version: must be at least 1'],
    ['expires', '2026-02-31', 'expires: must be a date and time in UTC such as 2027-01-31T00:00:00Z'],
    ['expires', '2020-01-01T00:00:00Z', 'expires: must be later than issued'],
    ['issued', '2026-02-31T00:00:00Z', 'issued: is not a date that exists'],
    ['issued', '2026-13-01T00:00:00Z', 'issued: is not a date that exists'],
    [
      'defaults.notEvaluable',
      'redact',
      'defaults.notEvaluable: must be one of allow, warn, justify, route, approve, block, not "redact"',
    ],
    ['rules', [], 'rules: needs at least one entry'],
    ['surprise', 1, 'surprise: is not a field that exists here'],
  ])('%s = %j', (path, value, fault) => {
    expect(faultsWith(path, value)).toContain(fault);
  });

  it.each(['proceed', 'justify'] as const)('a block that offers to %s', (choice) => {
    expect(faultsWith('rules[1].then.choices', [choice, 'cancel'])).toEqual([
      `rules[1].then.choices: block cannot offer ${choice}`,
    ]);
  });

  it('a block without findings that offers to redact', () => {
    expect(faultsWith('rules[1].then.choices', ['redact'])).toHaveLength(1);
  });

  it('a condition nested without end', () => {
    let deep: Condition = { app: ['chatgpt'] };
    for (let level = 0; level < 20; level++) deep = { not: deep };
    expect(faultsWith('rules[1].when', deep)).toEqual([expect.stringContaining('is nested more than 8 deep')]);
  });

  it.each([null, 'text', 7, [], undefined])('%j is no policy', (document) => {
    expect(parsePolicy(document).ok).toBe(false);
  });
});

describe('compilePolicy', () => {
  it('gives the same digest whatever the order of the fields', async () => {
    const policy = samplePolicy([
      sampleRule('r', { finding: {} }, 'block', withChoices('block', ['redact', 'cancel'])),
    ]);
    const turned = Object.fromEntries(Object.entries(policy).reverse());
    const [first, second] = [await compilePolicy(policy), await compilePolicy(turned)];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ ok: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('gives another digest for another policy, and canonical JSON that parses back', async () => {
    const policy = samplePolicy([sampleRule('r', { app: ['chatgpt'] }, 'block')]);
    const [first, second] = [await compilePolicy(policy), await compilePolicy({ ...policy, version: 2 })];
    if (!first.ok || !second.ok) throw new Error('does not compile');
    expect(first.digest).not.toBe(second.digest);
    expect(parsePolicy(JSON.parse(first.canonical))).toEqual({ ok: true, policy });
  });
});

describe('YAML', () => {
  it('tells the line of broken YAML', async () => {
    const result = await compilePolicyYaml('id: a\nrules:\n  - id: [unclosed\n');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.errors[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  it('refuses a key given twice', async () => {
    const result = await compilePolicyYaml('id: a\nid: b\n');
    expect(result).toMatchObject({ ok: false, errors: [{ line: 2 }] });
  });

  it('tells the line of a wrong field, and of the mapping in which one is missing', async () => {
    const result = await compilePolicyYaml('id: sample\nversion: many\nowner:\n  role: Security\n');
    if (result.ok) throw new Error('compiled');
    const lineOf = (path: string) => result.errors.find((fault) => fault.path === path)?.line;
    expect(lineOf('version')).toBe(2);
    expect(lineOf('owner.person')).toBe(4);
  });

  it('does not expand aliases without end', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const result = await compilePolicyYaml(lines.join('\n'));
    expect(result).toEqual({ ok: false, errors: [{ path: '', message: expect.stringContaining('aliases') }] });
  });

  it('does not take a key called __proto__ for anything', async () => {
    expect((await compilePolicyYaml('__proto__: { id: a }\n')).ok).toBe(false);
    expect(({} as Json).id).toBeUndefined();
  });
});
