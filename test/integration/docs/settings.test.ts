// The pages name every setting, code and label there is, and none that is gone.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dialogue } from '../../../lib/language/en/dialogue.ts';
import { pages as labels } from '../../../lib/language/en/pages.ts';
import { managedConfigSchema, parseManagedConfig } from '../../../lib/platform/managed-config.ts';
import { readConfig, SETTING_NAMES } from '../../../server/config.ts';
import { ROOT } from '../../meta/tree.ts';
import { blocks, codes, jsonOf, page, pages, rows, section } from './page.ts';

const chromium = page('admin/deploy-chromium.md');
const firefox = page('admin/deploy-firefox.md');
const endpoint = page('admin/endpoint.md');
const troubleshooting = page('admin/troubleshooting.md');

const source = (path: string) => readFileSync(join(ROOT, path), 'utf8');
/** The members of a union of string literals: everything quoted from the type's name to the next declaration. */
function union(path: string, type: string): string[] {
  const text = new RegExp(`type ${type} =[\\s\\S]*?\\n(?=\\n|export )`).exec(source(path))?.[0];
  if (text === undefined) throw new Error(`${path} has no type ${type}`);
  return [...text.matchAll(/'([a-z_]+)'/g)].map(([, member]) => member!);
}

describe('JSON blocks', () => {
  const all = pages().flatMap((path) => blocks(page(path), 'json').map((body) => ({ path, body })));

  it.each(all)('parse ($path)', ({ body }) => {
    expect(JSON.parse(body)).toBeTypeOf('object');
  });

  const managed = all.flatMap(({ path, body }) => {
    const { policies, ...rest } = JSON.parse(body);
    const thirdParty = rest['3rdparty'] ?? policies?.['3rdparty'] ?? {};
    return Object.values<object>(thirdParty.extensions ?? thirdParty.Extensions ?? {}).map((values) => ({
      path,
      values,
    }));
  });

  it('show managed settings for both families and for use without an endpoint', () => {
    expect(managed).toHaveLength(3);
  });

  it.each(managed)('hold managed settings that are taken ($path)', ({ values }) => {
    expect(parseManagedConfig(values)).toEqual({ ok: true, config: values });
    const schema = z.fromJSONSchema(JSON.parse(source('public/managed_schema.json')));
    expect(schema.safeParse(values).success).toBe(true);
  });

  it('use every managed key at least once', () => {
    const used = new Set(managed.flatMap(({ values }) => Object.keys(values)));
    expect([...used].sort()).toEqual(Object.keys(managedConfigSchema.shape).sort());
  });
});

describe('managed settings', () => {
  it('are all explained, and nothing else is', () => {
    const explained = rows(section(chromium, 'Every managed setting')).map(([key]) => codes(key!)[0]);
    expect(explained.sort()).toEqual(Object.keys(managedConfigSchema.shape).sort());
  });

  it('behave as said when they cannot be used', () => {
    expect(parseManagedConfig({ endpoint: 'sluice.example.com' })).toEqual({ ok: false, faults: ['endpoint'] });
    expect(parseManagedConfig({ policyRootKeys: ['short'] }).ok).toBe(false);
    expect(parseManagedConfig({ unheardOf: 1 })).toEqual({ ok: true, config: {} });
  });
});

describe('environment variables of the endpoint', () => {
  const table = rows(section(endpoint, 'Environment variables')).filter(([name]) => name !== 'variable');

  it('are all explained, and nothing else is', () => {
    expect(table.map(([name]) => codes(name!)[0]).sort()).toEqual(SETTING_NAMES.toSorted());
  });

  it('have the defaults the table names', () => {
    const defaults = Object.fromEntries(
      table.filter(([, value]) => value!.startsWith('`')).map(([name, value]) => [codes(name!)[0], codes(value!)[0]]),
    );
    expect(Object.keys(defaults)).toEqual([
      'HOST',
      'PORT',
      'DATA_DIR',
      'CONSOLE_DIR',
      'TENANT',
      'OIDC_GROUPS_CLAIM',
      'OIDC_SCOPES',
      'BROWSER_SIGN_IN',
      'LOCAL_SIGN_IN',
      'METRICS_HOST',
      'PSEUDONYM_PERIOD',
      'APPROVAL_MINUTES',
      'MIN_GROUP',
      'COUNCIL_MODE',
      'LOG_LEVEL',
      'TRUST_PROXY',
    ]);
    expect(readConfig(defaults)).toEqual(readConfig({}));
  });

  it('are accepted as in the example, which uses nearly all of them', () => {
    const example = Object.fromEntries(
      blocks(endpoint, 'env')[0]!
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    expect(readConfig(example)).toMatchObject({ ok: true });
    const left = SETTING_NAMES.filter((name) => !(name in example));
    expect(left).toEqual(['DATA_DIR', 'CONSOLE_DIR', 'OIDC_SCOPES', 'OIDC_GROUPS_CLAIM', 'METRICS_HOST']);
  });

  it('are accepted as on the command line', () => {
    const given = [...blocks(section(endpoint, 'Run it'), 'sh')[0]!.matchAll(/([A-Z_]+)=(\S+)/g)];
    expect(given).toHaveLength(3);
    expect(readConfig(Object.fromEntries(given.map(([, name, value]) => [name, value])))).toMatchObject({ ok: true });
  });
});

describe('troubleshooting', () => {
  const named = new Set(codes(troubleshooting));
  const missing = (wanted: string[]) => wanted.filter((code) => !named.has(code));

  it('names every code of a notice', () => {
    const withWords = Object.keys(dialogue.notice.because).filter((code) => code !== 'other');
    const first = rows(section(troubleshooting, 'Notices over the page')).map(([cell]) => codes(cell!)[0]);
    expect(
      [...withWords, ...union('lib/pipeline/ports.ts', 'NoticeCode')].filter((code) => !first.includes(code)),
    ).toEqual([]);
  });

  it('quotes what popup and options page say, word for word', () => {
    const { coverage, freshness, source: sources, popup, options, failed } = labels;
    const said = [
      ...Object.values(coverage),
      ...Object.values(freshness),
      ...Object.values(sources),
      ...Object.values(popup.endpoint),
      ...Object.values(options.enrolment.state),
      popup.noPolicy,
      failed,
    ];
    expect(said.filter((words) => !troubleshooting.includes(`*${words}*`))).toEqual([]);
  });

  it('names every reason of enrolment, delivery and policy that can fail', () => {
    expect(missing(union('lib/sync/enrol.ts', 'EnrolResult'))).toEqual([]);
    expect(missing(union('lib/records/ship.ts', 'ShipFailure'))).toEqual([]);
    expect(missing(union('lib/policy/envelope.ts', 'VerifyCode'))).toEqual([]);
    expect(missing(union('lib/policy/accept.ts', 'RefuseCode'))).toEqual([]);
    expect(missing(union('server/store/policies.ts', 'PublishFault'))).toEqual([]);
    expect(missing(union('server/store/enrolment.ts', 'EnrolFault'))).toEqual([]);
    expect(missing(union('server/ingest/check-line.ts', 'LineFault'))).toEqual([]);
  });

  it('names every code of the endpoint’s log, and only those', () => {
    const logged = globSync('server/**/*.ts', { cwd: ROOT }).flatMap((path) =>
      [...source(path).matchAll(/\blog\(\s*'(?:info|warn|error)', '([a-z_]+)'/g)].map(([, code]) => code!),
    );
    const listed = rows(section(troubleshooting, "The endpoint's log")).flatMap(([cell]) => codes(cell!));
    expect(listed.sort()).toEqual([...new Set(logged)].sort());
  });
});

describe('commands', () => {
  it('name npm scripts that exist', () => {
    const { scripts } = JSON.parse(source('package.json'));
    const run = pages().flatMap((path) =>
      [...page(path).matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name!),
    );
    expect([...new Set(run)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('turn a signed policy into the string that goes into managed storage', () => {
    const program = /^node -e '(.+)' < policy\.dsse\.json$/m.exec(section(endpoint, 'Publish a policy'))?.[1];
    const input = source('policies/baseline.dsse.json');
    const run = spawnSync(process.execPath, ['-e', program!], { input, encoding: 'utf8' });
    const policy = JSON.parse(run.stdout);
    expect(JSON.parse(policy)).toEqual(JSON.parse(input));
    expect(parseManagedConfig({ policy }).ok).toBe(true);
    expect(run.stdout.trim()).not.toContain('\n');
  });
});

it('the Firefox page names the add-on id of the package', async () => {
  const { FIREFOX_ID } = await import('../../../lib/platform/manifest.ts');
  const { policies } = jsonOf(firefox, '3. policies.json') as { policies: { ExtensionSettings: object } };
  expect(Object.keys(policies.ExtensionSettings)).toEqual([FIREFOX_ID]);
});
