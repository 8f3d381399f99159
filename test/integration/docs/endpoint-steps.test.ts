// What docs/admin/endpoint.md promises about settings that are changed between two starts.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { type RunningEndpoint, startEndpoint } from '../../../server/start.ts';
import { runPolicyCommand } from '../../../tools/policy/cli.ts';
import { ROOT } from '../../meta/tree.ts';
import { SignedDevice } from '../server/signed-device.ts';
import { blocks, page, section } from './page.ts';

const text = page('admin/endpoint.md');
const dir = mkdtempSync(join(tmpdir(), 'sluice-endpoint-page-'));
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

const OLD = 'old-enrolment-token';
const NEW = 'new-enrolment-token';

/** One life of the endpoint on the same data, with the settings of the page's way to run it. */
async function life<T>(env: Record<string, string>, work: (endpoint: RunningEndpoint, log: string[]) => Promise<T>) {
  const settings = readConfig({ PORT: '0', DATA_DIR: join(dir, 'data'), TENANT: 'example', ...env });
  if (!settings.ok) throw new Error(settings.errors.join('; '));
  const log: string[] = [];
  const endpoint = await startEndpoint(settings.config, (_, code, fields) =>
    log.push(`${code} ${fields?.reason ?? ''}`),
  );
  try {
    return await work(endpoint, log);
  } finally {
    await endpoint.close();
  }
}

async function enrol(endpoint: RunningEndpoint, token: string): Promise<string> {
  const device = await SignedDevice.create('example');
  const answer = await fetch(`${endpoint.url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(device.enrolRequest(token)),
  });
  const body = (await answer.json()) as { deviceToken?: string; error?: { code: string } };
  return body.error?.code ?? (body.deviceToken ? 'enrolled' : 'neither');
}

async function signIn(endpoint: RunningEndpoint, password: string): Promise<number> {
  const answer = await fetch(`${endpoint.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sluice': '1' },
    body: JSON.stringify({ user: 'admin', password }),
  });
  return answer.status;
}

describe('enrolment tokens', () => {
  it('stay valid beside a new one until the old one is given an end', async () => {
    await life({ ENROLMENT_TOKEN: OLD }, async (endpoint) => expect(await enrol(endpoint, OLD)).toBe('enrolled'));
    await life({ ENROLMENT_TOKEN: NEW }, async (endpoint) => {
      expect(await enrol(endpoint, OLD)).toBe('enrolled');
      expect(await enrol(endpoint, NEW)).toBe('enrolled');
    });
    const ended = { ENROLMENT_TOKEN: OLD, ENROLMENT_TOKEN_EXPIRES: '2020-01-01T00:00:00Z' };
    await life(ended, async (endpoint) => expect(await enrol(endpoint, OLD)).toBe('expired_token'));
    await life({ ENROLMENT_TOKEN: NEW }, async (endpoint) => {
      expect(await enrol(endpoint, OLD)).toBe('expired_token');
      expect(await enrol(endpoint, NEW)).toBe('enrolled');
    });
  });
});

it('another ADMIN_PASSWORD at the next start is the password', async () => {
  await life({ ADMIN_PASSWORD: 'the-first-password' }, async (endpoint) => {
    expect(await signIn(endpoint, 'the-first-password')).toBe(200);
  });
  await life({ ADMIN_PASSWORD: 'the-second-password' }, async (endpoint) => {
    expect(await signIn(endpoint, 'the-first-password')).toBe(401);
    expect(await signIn(endpoint, 'the-second-password')).toBe(200);
  });
});

it('health answers as written', async () => {
  await life({}, async (endpoint) => {
    const answer = await fetch(`${endpoint.url}/v1/health`);
    expect(answer.status).toBe(200);
    expect(section(text, 'Health')).toContain(`\`${await answer.text()}\``);
  });
});

it('the commands for publishing work in their order, and POLICY_FILE publishes what they made', async () => {
  const said: string[] = [];
  const terminal = { out: (line: string) => said.push(line), err: (line: string) => said.push(line), cwd: dir };
  copyFileSync(join(ROOT, 'policies/baseline.yaml'), join(dir, 'policy.yaml'));
  const commands = blocks(section(text, 'Publish a policy'), 'sh')[0]!.trim().split('\n');
  expect(commands).toHaveLength(4);
  let keyFile = '';
  for (const command of commands) {
    const args = command
      .replace('npm run -s policy -- ', '')
      .replaceAll('/secure/keys/policy-8d9c3e8712729146.key.pem', keyFile)
      .replaceAll('/secure/keys', join(dir, 'keys'))
      .split(' ');
    expect([command, await runPolicyCommand(args, terminal)]).toEqual([command, 0]);
    keyFile ||= /private key {2}(\S+)/.exec(said.join('\n'))?.[1] ?? '';
  }
  const rootKey = /policyRootKeys in managed storage: (\S+)/.exec(said.join('\n'))![1]!;
  const env = { POLICY_FILE: join(dir, 'policy.dsse.json'), POLICY_ROOT_KEYS: rootKey };
  await life(env, async (_, log) => expect(log).toContain('policy_published '));
  writeFileSync(join(dir, 'unsigned.json'), '{}');
  const unsigned = { ...env, POLICY_FILE: join(dir, 'unsigned.json') };
  await life(unsigned, async (_, log) => expect(log).toContain('policy_refused malformed'));
});
