import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../../lib/classify/classifier.ts';
import { NO_DATA } from '../../../lib/classify/every-table.ts';
import { compilePolicyYaml } from '../../../lib/policy/author.ts';
import { classifierData } from '../../../lib/policy/classifier-data.ts';
import { parsePolicy } from '../../../lib/policy/compile.ts';
import type { PolicyData } from '../../../lib/policy/data-schema.ts';
import { runPolicyCommand } from '../../../tools/policy/cli.ts';
import { samplePolicy, sampleRule } from './sample-policy.ts';

const RULE = sampleRule('own', { finding: { class: ['CUSTOM', 'CONFIDENTIAL'] } }, 'redact');
const faults = (data: unknown) => {
  const parsed = parsePolicy({ ...samplePolicy([RULE]), data });
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${message}`);
};

describe('protected data in a policy', () => {
  it('is refused with its place when it cannot be run', () => {
    const pattern = { id: 'a', class: 'CUSTOM', pattern: 'P[0-9]{5}', examples: { found: ['P12345'] } };
    expect(faults({ patterns: [pattern] })).toEqual([]);
    expect(faults({ patterns: [{ ...pattern, pattern: 'P([0-9]' }] })).toEqual([
      'data.patterns[0].pattern has a group that is not closed (character 2)',
    ]);
    expect(faults({ patterns: [pattern, pattern] })).toEqual(['data.patterns[1].id is already the id of another one']);
    expect(faults({ patterns: [{ ...pattern, examples: { found: ['Q12345'] } }] })).toEqual([
      'data.patterns[0].examples.found is not found: number 1',
    ]);
    expect(faults({ patterns: [{ ...pattern, examples: { found: ['P12345'], left: ['x', 'P99999'] } }] })).toEqual([
      'data.patterns[0].examples.left is found although it must not: number 2',
    ]);
    const documents = [{ id: 'a', class: 'CUSTOM', passages: 'AAAAAAAA', least: 0.1 }];
    expect(faults({ documents })).toEqual(['data.key is missing: records and documents need it']);
    expect(faults({ documents: [{ ...documents[0], passages: 'AAAAA' }], key: btoa('k'.repeat(32)) })).toEqual([
      'data.documents[0].passages is cut off',
    ]);
    expect(faults({ key: btoa('short') })).toEqual(['data.key must be 32 bytes in base64']);
    expect(faults({ words: [] })).toEqual(['data.words is not a field that exists here']);
  });

  it('names line and column of a pattern in the text of the author', async () => {
    const yaml = `${JSON.stringify(samplePolicy([RULE])).slice(0, -1)},\n"data": {"patterns": [{"id": "a", "class": "CUSTOM",\n"pattern": "a(?=b)", "examples": {"found": ["ab"]}}]}}`;
    const compiled = await compilePolicyYaml(yaml);
    expect(compiled.ok ? [] : compiled.errors).toMatchObject([
      { path: 'data.patterns[0].pattern', line: 3, message: expect.stringContaining('(character 3)') },
    ]);
  });

  it('tells the classifier its own domains and countries', () => {
    const policy = samplePolicy([RULE], { data: { ownDomains: ['firma.de'], regions: ['DE'] } });
    expect(classifierData(policy, NO_DATA.models)).toMatchObject({ ownDomains: ['firma.de'], regions: ['DE'] });
    expect(classifierData(samplePolicy([RULE]), NO_DATA.models)).toMatchObject({
      customer: null,
      ownDomains: [],
      regions: [],
    });
  });
});

describe('edm and fingerprint', () => {
  let folder: string;
  const said: string[] = [];
  const run = (...args: string[]) =>
    runPolicyCommand(args, { out: (line) => said.push(line), err: (line) => said.push(line), cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-data-'));
    await writeFile(join(folder, 'policy.yaml'), `# kept by its author\n${JSON.stringify(samplePolicy([RULE]))}\n`);
    const rows = 'number;name;town\n"4711 8802";"Brandt, Aurelia";Kiel\n99001234;Wieland;Ulm\n;nobody;Bonn\n';
    await writeFile(join(folder, 'customers.csv'), rows);
    const minutes = Array.from(
      { length: 40 },
      (_, at) => `Item ${at} of the harbour minutes allows ${at * 13} crates to stay.`,
    );
    await writeFile(join(folder, 'Board Minutes.txt'), minutes.join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('put keyed hashes into the policy of the author and none of the text', async () => {
    const list = ['--id', 'customers', '--fields', 'number,name', '--policy', 'policy.yaml'];
    expect(await run('edm', 'customers.csv', ...list), said.join('\n')).toBe(0);
    expect(await run('edm', 'customers.csv', ...list), said.join('\n')).toBe(0);
    expect(await run('fingerprint', 'Board Minutes.txt', '--policy', 'policy.yaml'), said.join('\n')).toBe(0);
    const yaml = await readFile(join(folder, 'policy.yaml'), 'utf8');
    expect(yaml).toContain('# kept by its author');
    expect(yaml).not.toMatch(/4711|brandt|wieland|harbour/i);
    const compiled = await compilePolicyYaml(yaml);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
    const data = compiled.policy.data as PolicyData;
    expect(data.records?.map(({ id }) => id)).toEqual(['customers']);
    const { classify } = createClassifier(classifierData(compiled.policy, NO_DATA.models));
    const types = (text: string) => classify(text).map(({ type }) => type);
    expect(types('4711-8802 is Brandt, Aurelia')).toEqual(['PROTECTED_RECORD', 'PROTECTED_RECORD']);
    expect(types('4711-8802 is Wieland')).not.toContain('PROTECTED_RECORD');
    const quoted = Array.from(
      { length: 12 },
      (_, at) => `item ${at + 8} of the harbour minutes allows ${(at + 8) * 13} crates to stay`,
    );
    expect(types(quoted.join(', '))).toContain('PROTECTED_DOCUMENT');
  });

  it('say what is wrong with what they are given', async () => {
    expect(await run('edm', 'customers.csv', '--id', 'x', '--fields', 'number,mail', '--policy', 'policy.yaml')).toBe(
      1,
    );
    expect(said.at(-1)).toContain('there is no field mail');
    await writeFile(join(folder, 'short.txt'), 'too short');
    expect(await run('fingerprint', 'short.txt', '--policy', 'policy.yaml')).toBe(1);
    expect(said.at(-1)).toContain('too little text');
  });
});
