import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, strangeNames } from '../../../server/settings.ts';

const dir = mkdtempSync(join(tmpdir(), 'sluice-settings-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

describe('secrets from files', () => {
  it('stand for the variable', async () => {
    const read = await readSettings({ ADMIN_PASSWORD_FILE: file('password', 'a long password\n') });
    expect(read).toMatchObject({ ok: true, config: { adminPassword: 'a long password' } });
  });

  it.each([
    [{ ADMIN_PASSWORD_FILE: '/nowhere/password' }, 'ADMIN_PASSWORD_FILE: the file cannot be read'],
    [{ METRICS_TOKEN_FILE: file('empty', '\n') }, 'METRICS_TOKEN_FILE: the file is empty'],
    [
      { ADMIN_PASSWORD: 'a long password', ADMIN_PASSWORD_FILE: file('other', 'another password') },
      'ADMIN_PASSWORD: is given twice, itself and as ADMIN_PASSWORD_FILE',
    ],
    [{ ADMIN_PASSWORD_FILE: file('short', 'PLANTED') }, 'ADMIN_PASSWORD: must have at least 12 characters'],
  ])('are refused when they cannot be used: %j', async (env, error) => {
    expect(await readSettings(env)).toEqual({ ok: false, errors: [error] });
  });
});

describe('names', () => {
  it('that look like a slip are warned about, others are nobody’s business', async () => {
    const env = {
      DATABASE_URI: 'x',
      SLUICE_PORT: '1',
      ENROLMENT_TOKN: 'x',
      PATH: '/bin',
      HOSTNAME: 'x',
      TENANT: 'acme',
    };
    expect(strangeNames(env)).toEqual(['DATABASE_URI', 'SLUICE_PORT', 'ENROLMENT_TOKN']);
    expect(await readSettings({ TENANT: 'acme', PATH: '/bin' })).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('the connectors’ file', () => {
  it('is read with its secrets, and a way in the clear is warned about', async () => {
    file('token', 'hec-token\n');
    const text = `connectors:
  - { name: splunk, type: splunk, url: "https://splunk.example:8088", token: { file: token } }
  - { name: old, type: syslog, host: siem.example, port: 514, security: none }
`;
    const read = await readSettings({ CONNECTORS_FILE: file('connectors.yaml', text) });
    expect(read).toMatchObject({
      ok: true,
      connectors: [
        { name: 'splunk', token: 'hec-token', startAt: 'beginning' },
        { name: 'old', facility: 13 },
      ],
      warnings: [expect.stringContaining('connector old')],
    });
  });

  it.each([
    ['an unknown type', '{ name: a, type: kafka }', 'connectors.0.type'],
    ['plain http', '{ name: a, type: otlp, url: "http://siem.example/v1/logs" }', 'connectors.0.url: must be https'],
    [
      'a secret in the file itself',
      '{ name: a, type: splunk, url: "https://a.example", token: PLANTED }',
      'connectors.0.token',
    ],
    [
      'a secret that is not there',
      '{ name: a, type: splunk, url: "https://a.example", token: { env: NONE } }',
      'connectors.0.token',
    ],
    ['a slip', '{ name: a, type: syslog, host: a, prot: 514 }', 'connectors.0'],
    [
      'a key of another kind',
      '{ name: a, type: webhook, url: "https://a.example", signature: ed25519, secret: { env: KEY } }',
      'connectors.0.secret: must be an Ed25519 private key in PEM',
    ],
    ['two of one name', '{ name: a, type: syslog, host: a }, { name: a, type: syslog, host: b }', 'connectors: two'],
  ])('refuses %s', async (_, entry, error) => {
    const path = file('wrong.yaml', `connectors: [${entry}]`);
    const read = await readSettings({ CONNECTORS_FILE: path, KEY: 'PLANTED' });
    expect(read).toMatchObject({ ok: false });
    const errors = read.ok ? '' : read.errors.join();
    expect(errors).toContain(`CONNECTORS_FILE: ${error}`);
    expect(errors).not.toContain('PLANTED');
  });
});
