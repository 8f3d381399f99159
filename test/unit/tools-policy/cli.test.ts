import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyPack } from '../../../lib/coverage/pack-signature.ts';
import { verifyEnvelope } from '../../../lib/policy/envelope.ts';
import { toStoredInput } from '../../../lib/records/record-input.ts';
import { runPolicyCommand } from '../../../tools/policy/cli.ts';
import { CARD, EMAIL, sampleInput, samplePolicy, sampleRule } from '../policy/sample-policy.ts';

const cards = sampleRule('cards', { finding: { class: ['PCI'] } }, 'block');
const policy = samplePolicy([cards], { version: 3 });
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'policy-'));
  await writeFile(join(cwd, 'policy.yaml'), JSON.stringify(policy));
});
afterEach(() => rm(cwd, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runPolicyCommand(args, { out: (line) => out.push(line), err: (line) => err.push(line), cwd });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const write = (name: string, content: unknown) =>
  writeFile(join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));

async function newKey(folder: string) {
  await run('keygen', '--out', folder);
  const files = await readdir(join(cwd, folder));
  const publicKey = (await readFile(join(cwd, folder, files.find((file) => file.endsWith('.pub'))!), 'utf8')).trim();
  return { publicKey, file: join(folder, files.find((file) => file.endsWith('.pem'))!), files };
}

describe('check', () => {
  it('names the policy and its digest', async () => {
    const { code, out } = await run('check', 'policy.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/sample version 3, 1 rules, 1 examples\nsha256 [0-9a-f]{64}$/);
  });

  it('tells every fault with file, line and path, and fails', async () => {
    await write('bad.yaml', 'id: sample\nversion: many\nrules: []\n');
    const { code, out, err } = await run('check', 'bad.yaml');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('bad.yaml:2:10: version must be a number');
    expect(err).toContain('rules needs at least one entry');
    expect(err).toContain('owner is missing');
  });

  it.each([
    ['broken YAML', 'id: [', /^bad\.yaml:\d+:\d+: /],
    ['nothing', '', /is missing|must be a mapping/],
  ])('%s', async (_, source, message) => {
    await write('bad.yaml', source);
    expect(await run('check', 'bad.yaml')).toMatchObject({ code: 1, err: expect.stringMatching(message) });
  });

  it('says when there is no such file or it is a folder', async () => {
    expect(await run('check', 'none.yaml')).toMatchObject({ code: 1, err: 'none.yaml: there is no such file' });
    expect(await run('check', '.')).toMatchObject({ code: 1, err: '.: is a folder, not a file' });
  });
});

describe('arguments', () => {
  it('refuses unknown commands and missing arguments, and helps', async () => {
    expect((await run('explode')).code).toBe(1);
    expect((await run('check')).code).toBe(1);
    expect((await run('sign', 'policy.yaml')).code).toBe(1);
    const help = await run('--help');
    expect(help.code).toBe(0);
    for (const command of ['check', 'test', 'diff', 'replay', 'keygen', 'sign', 'bundle']) {
      expect(help.out).toContain(command);
    }
  });
});

describe('diff', () => {
  beforeEach(() => write('weaker.yaml', { ...policy, version: 4, rules: [{ ...cards, mode: 'warn' }] }));

  it('marks weakenings and ends well all the same', async () => {
    const { code, out } = await run('diff', 'policy.yaml', 'weaker.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/^! weakened {5}rule cards: mode enforce -> warn$/m);
    expect(out).toContain('two signatures');
    expect((await run('diff', 'policy.yaml', 'policy.yaml')).out).toBe('no change');
  });

  it('prints JSON', async () => {
    const { out } = await run('diff', 'policy.yaml', 'weaker.yaml', '--json');
    expect(JSON.parse(out)).toMatchObject({ weakens: true });
  });
});

describe('keygen and sign', () => {
  it('writes a private key only its owner can read', async () => {
    const { file, files } = await newKey('keys');
    expect(files).toHaveLength(2);
    expect((await stat(join(cwd, file))).mode & 0o777).toBe(0o600);
  });

  it('signs, and a second person adds a signature', async () => {
    const [alice, bob] = [await newKey('alice'), await newKey('bob')];
    expect(await run('sign', 'policy.yaml', '--key', alice.file, '--out', 'one.json')).toMatchObject({ code: 0 });
    expect(await run('sign', 'one.json', '--key', bob.file, '--out', 'two.json')).toMatchObject({ code: 0 });
    const envelope = await readFile(join(cwd, 'two.json'), 'utf8');
    const roots = [alice.publicKey, bob.publicKey];
    expect(await verifyEnvelope(envelope, roots, { threshold: 2 })).toMatchObject({ ok: true, version: 3, signers: 2 });
    expect((await run('check', 'two.json')).out).toContain('sample version 3');
  });

  it('signs with two keys at once', async () => {
    const [alice, bob] = [await newKey('alice'), await newKey('bob')];
    await run('sign', 'policy.yaml', '--key', alice.file, '--key', bob.file, '--out', 'two.json');
    const verified = await verifyEnvelope(await readFile(join(cwd, 'two.json'), 'utf8'), [
      alice.publicKey,
      bob.publicKey,
    ]);
    expect(verified).toMatchObject({ ok: true, signers: 2 });
  });

  it('says what is wrong with a key, and writes nothing', async () => {
    const { file, files } = await newKey('keys');
    const attempt = (key: string) => run('sign', 'policy.yaml', '--key', key, '--out', 'out.json');
    const publicHalf = join('keys', files.find((name) => name.endsWith('.pub'))!);
    expect(await attempt(publicHalf)).toMatchObject({ code: 1, err: expect.stringContaining('public half') });
    expect(await attempt('policy.yaml')).toMatchObject({ code: 1, err: expect.stringContaining('not a private key') });
    expect(await attempt('none.pem')).toMatchObject({ code: 1, err: 'none.pem: there is no such file' });
    const pem = await readFile(join(cwd, file), 'utf8');
    await write('cut.pem', pem.replace(/^(-.*-\n).{20}/, '$1'));
    expect(await attempt('cut.pem')).toMatchObject({ code: 1, err: expect.stringContaining('not an Ed25519 one') });
    expect(await readdir(cwd)).not.toContain('out.json');
  });

  it('does not sign a policy that does not compile', async () => {
    const { file } = await newKey('keys');
    await write('bad.yaml', { ...policy, rules: [] });
    expect((await run('sign', 'bad.yaml', '--key', file, '--out', 'out.json')).code).toBe(1);
    expect(await readdir(cwd)).not.toContain('out.json');
  });
});

describe('bundle', () => {
  it('signs baseline.yaml once, and again only when it changes', async () => {
    await write('baseline.yaml', policy);
    const files = async () =>
      Promise.all(['baseline.dsse.json', 'baseline.root.json'].map((file) => readFile(join(cwd, file), 'utf8')));
    expect((await run('bundle', '--dir', cwd)).out).toMatch(/^bundled/);
    const first = await files();
    expect(await verifyEnvelope(first[0], [JSON.parse(first[1]!).publicKey])).toMatchObject({ ok: true, version: 3 });
    expect((await run('bundle', '--dir', cwd)).out).toMatch(/^up to date/);
    expect(await files()).toEqual(first);
    await write('baseline.yaml', { ...policy, version: 4 });
    expect((await run('bundle', '--dir', cwd)).out).toMatch(/^bundled/);
    expect(await readdir(cwd)).toHaveLength(4);
  });
});

describe('replay', () => {
  const lines = [
    { input: sampleInput({ findings: [CARD] }), action: 'warn' },
    { kind: 'decision', seq: 4, input: toStoredInput(sampleInput({ findings: [EMAIL, EMAIL] })), action: 'redact' },
    { kind: 'effect', seq: 5 },
  ];

  it('counts what would be different, from plain inputs and from records', async () => {
    await write('past.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const { code, out } = await run('replay', 'policy.yaml', '--records', 'past.jsonl');
    expect(code).toBe(0);
    expect(out).toMatch(/decisions {7}2 \(1 lines skipped\)/);
    expect(out).toMatch(/newly blocked {3}1\nnewly allowed {3}1/);
    expect(JSON.parse((await run('replay', 'policy.yaml', '--records', 'past.jsonl', '--json')).out)).toMatchObject({
      total: 2,
      newlyBlocked: 1,
      newlyAllowed: 1,
      skipped: 1,
    });
  });

  it.each(['no json', '{}', '{"kind":"decision"}', '{"input":{},"action":"block"}'])(
    'refuses the line %s',
    async (bad) => {
      await write('past.jsonl', `${JSON.stringify(lines[0])}\n${bad}\n`);
      const { code, err } = await run('replay', 'policy.yaml', '--records', 'past.jsonl');
      expect(code).toBe(1);
      expect(err).toContain('past.jsonl:2:');
    },
  );
});

describe('sign-sites', () => {
  const pack = { v: 1, id: 'sites', version: 2, apps: [{ app: 'chatgpt', hosts: ['next.example'] }] };

  it('signs a site pack, and adds a second signature', async () => {
    const [first, second] = [await newKey('a'), await newKey('b')];
    await write('sites.json', pack);
    const { code, out } = await run('sign-sites', 'sites.json', '--key', first.file, '--out', 'one.json');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/one\.json: sites version 2, 1 signature\(s\)\nsha256 [0-9a-f]{64}/),
    ]);
    expect((await run('sign-sites', 'one.json', '--key', second.file, '--out', 'two.json')).out).toContain(
      '2 signature(s)',
    );
    const signed = await readFile(join(cwd, 'two.json'), 'utf8');
    for (const { publicKey } of [first, second])
      expect(await verifyPack(signed, [publicKey])).toMatchObject({ ok: true });
  });

  it('tells every fault with its place', async () => {
    const { file } = await newKey('a');
    await write('sites.json', { ...pack, apps: [{ app: 'chatgpt', hosts: ['*'] }] });
    const { code, err } = await run('sign-sites', 'sites.json', '--key', file, '--out', 'x.json');
    expect([code, err]).toEqual([1, expect.stringContaining('sites.json: apps.0.hosts.0')]);
    await write('sites.json', 'not json');
    expect((await run('sign-sites', 'sites.json', '--key', file, '--out', 'x.json')).err).toContain('is not JSON');
  });
});
