import { describe, expect, it } from 'vitest';
import { describeConfig, readConfig } from '../../../server/config.ts';

const KEY = 'A'.repeat(43);

function read(env: Record<string, string | undefined>) {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.errors.join());
  return result.config;
}

const OIDC = {
  PUBLIC_URL: 'https://sluice.example',
  OIDC_ISSUER: 'https://idp.example/realms/acme',
  OIDC_CLIENT_ID: 'sluice',
  OIDC_CLIENT_SECRET: 'PLANTED-5',
  OIDC_ROLES: '{"security":["reviewer","auditor"]}',
};

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 8787,
      database: { kind: 'pglite', folder: '.output/server-data' },
      tenant: 'default',
      enrolment: null,
      adminPassword: null,
      policyFile: null,
      sitesFile: null,
      policyRootKeys: [],
      publicOrigin: null,
      localSignIn: true,
      browserSignIn: true,
      oidc: null,
      trustProxy: false,
      connectorsFile: null,
      metrics: { token: null, port: null, host: '127.0.0.1' },
      privacy: {
        key: { file: '.output/server-data/privacy.key' },
        period: 'quarter',
        usableMs: 3_600_000,
        minGroup: 5,
        councilMode: false,
      },
      logLevel: 'info',
      consoleFolder: '.output/console',
    });
  });

  it('reads everything, and takes an empty variable as absent', () => {
    const config = read({
      HOST: '::1',
      PORT: '0',
      DATABASE_URL: 'postgresql://u:p@db.example:5433/sluice',
      TENANT: 'acme',
      ENROLMENT_TOKEN: 'an enrolment token',
      ENROLMENT_TOKEN_EXPIRES: '2027-01-31T00:00:00Z',
      ENROLMENT_TOKEN_MAX_USES: '500',
      ADMIN_PASSWORD: '',
      POLICY_FILE: 'policy.json',
      POLICY_ROOT_KEYS: `${KEY}, ${KEY}`,
      PUBLIC_URL: 'https://sluice.example/console/',
      TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({
      port: 0,
      database: { kind: 'postgres' },
      enrolment: { token: 'an enrolment token', expiresAt: Date.UTC(2027, 0, 31), maxUses: 500 },
      adminPassword: null,
      policyRootKeys: [KEY, KEY],
      publicOrigin: 'https://sluice.example',
      trustProxy: true,
    });
  });

  it.each([
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ ENROLMENT_TOKEN: 'short' }, 'ENROLMENT_TOKEN'],
    [{ ENROLMENT_TOKEN_MAX_USES: '5' }, 'ENROLMENT_TOKEN'],
    [{ ENROLMENT_TOKEN: 'an enrolment token', ENROLMENT_TOKEN_EXPIRES: 'tomorrow' }, 'ENROLMENT_TOKEN_EXPIRES'],
    [{ ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD'],
    [{ POLICY_ROOT_KEYS: 'AAAA' }, 'POLICY_ROOT_KEYS'],
    [{ POLICY_FILE: 'policy.json' }, 'POLICY_FILE'],
    [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ TENANT: 'a\0b' }, 'TENANT'],
    [{ LOCAL_SIGN_IN: '0' }, 'LOCAL_SIGN_IN'],
    [{ ...OIDC, OIDC_ISSUER: 'http://idp.example' }, 'OIDC_ISSUER'],
    [{ ...OIDC, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    [{ ...OIDC, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET'],
    [{ ...OIDC, OIDC_ROLES: '' }, 'OIDC_ROLES'],
    [{ ...OIDC, OIDC_ROLES: 'security=reviewer' }, 'OIDC_ROLES'],
    [{ ...OIDC, OIDC_SCOPES: 'email' }, 'OIDC_SCOPES'],
    [{ ...OIDC, PUBLIC_URL: '' }, 'OIDC_ISSUER'],
    [{ METRICS_HOST: '0.0.0.0' }, 'METRICS_HOST'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ PRIVACY_KEY: 'AAAA' }, 'PRIVACY_KEY'],
    [{ PSEUDONYM_PERIOD: 'week' }, 'PSEUDONYM_PERIOD'],
    [{ APPROVAL_MINUTES: '0' }, 'APPROVAL_MINUTES'],
    [{ MIN_GROUP: '4' }, 'MIN_GROUP'],
    [{ COUNCIL_MODE: 'on' }, 'COUNCIL_MODE'],
    [{ LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
  ])('refuses %j and names %s', (env, name) => {
    const result = readConfig(env);
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) expect(result.errors.map((error) => error.split(':')[0])).toEqual([name]);
  });

  it('refuses a role that there is not', () => {
    const result = readConfig({ ...OIDC, OIDC_ROLES: '{"security":["root"]}' });
    expect(result.ok ? [] : result.errors.map((error) => error.split('.')[0])).toEqual(['OIDC_ROLES']);
  });

  it('takes what it is told of the identity provider', () => {
    const { oidc } = read({ ...OIDC, LOCAL_SIGN_IN: '0' });
    expect(oidc).toEqual({
      issuer: 'https://idp.example/realms/acme',
      clientId: 'sluice',
      clientSecret: 'PLANTED-5',
      scopes: 'openid profile email',
      groupsClaim: 'groups',
      rolesByGroup: new Map([['security', ['reviewer', 'auditor']]]),
    });
  });

  it('names all faults at once', () => {
    expect(readConfig({ PORT: 'x', ADMIN_PASSWORD: 'short' })).toMatchObject({
      errors: [expect.stringMatching(/^PORT/), expect.stringMatching(/^ADMIN/)],
    });
  });
});

describe('describeConfig', () => {
  it('shows no secret', () => {
    const text = describeConfig(
      read({
        DATABASE_URL: 'postgres://user:PLANTED-1@db.example/sluice?password=PLANTED-2',
        ENROLMENT_TOKEN: 'PLANTED-3-enrolment',
        ADMIN_PASSWORD: 'PLANTED-4-password',
        ...OIDC,
      }),
    ).join('\n');
    expect(text).toContain('PostgreSQL, db.example/sluice');
    expect(text).toContain('at https://idp.example/realms/acme as client sluice, 1 groups mapped');
    expect(text).not.toContain('PLANTED');
  });
});
