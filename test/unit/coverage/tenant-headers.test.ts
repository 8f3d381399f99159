import { describe, expect, it } from 'vitest';
import { tenantHeaders } from '../../../lib/coverage/tenant-headers.ts';
import { diffSites } from '../../../lib/policy/diff-sites.ts';
import { sitesSchema } from '../../../lib/policy/schema.ts';

describe('tenant headers', () => {
  it('are none without a wish', () => expect(tenantHeaders(undefined)).toEqual([]));

  it('say it to each vendor in its own words, and to no other host', () => {
    const { tenantHeaders: wanted } = sitesSchema.parse({
      tenantHeaders: {
        openai: ['w-1', 'w-2'],
        anthropic: ['o-1'],
        google: ['example.com'],
        microsoft: { tenants: ['example.com', 'example.org'], directory: 'd-1', consumer: 'block' },
      },
    });
    expect(tenantHeaders(wanted)).toEqual([
      { header: 'ChatGPT-Allowed-Workspace-Id', value: 'w-1,w-2', hosts: ['chatgpt.com', 'openai.com'] },
      { header: 'anthropic-allowed-org-ids', value: 'o-1', hosts: ['claude.ai', 'api.anthropic.com'] },
      { header: 'X-GoogApps-Allowed-Domains', value: 'example.com', hosts: ['google.com', 'googleapis.com'] },
      {
        header: 'Restrict-Access-To-Tenants',
        value: 'example.com,example.org',
        hosts: expect.arrayContaining(['login.microsoftonline.com']),
      },
      { header: 'Restrict-Access-Context', value: 'd-1', hosts: expect.arrayContaining(['login.microsoftonline.com']) },
      { header: 'sec-Restrict-Tenant-Access-Policy', value: 'restrict-msa', hosts: ['login.live.com'] },
    ]);
  });

  it.each([
    ['a line break', { openai: ['a\r\nx-evil: 1'] }],
    ['a comma', { openai: ['a,b'] }],
    ['nothing', { openai: [] }],
    ['tenants without a directory', { microsoft: { tenants: ['a'] } }],
    ['a directory without tenants', { microsoft: { directory: 'a' } }],
    ['an unknown vendor', { acme: ['a'] }],
  ])('%s is refused', (_, wanted) => expect(sitesSchema.safeParse({ tenantHeaders: wanted }).success).toBe(false));
});

describe('diffSites', () => {
  it.each([
    [{}, {}, []],
    [{}, { discovery: 'record' }, []],
    [{ discovery: 'govern' }, {}, [true]],
    [{ discovery: 'off' }, { discovery: 'govern' }, [false]],
    [{}, { blocked: [{ host: 'a.example' }] }, [false]],
    [{ blocked: [{ host: 'a.example' }] }, {}, [true]],
    [{}, { corporateTenants: ['a'] }, [true]],
    [{}, { tenantHeaders: { openai: ['a'] } }, [false]],
    [{ tenantHeaders: { openai: ['a'] } }, {}, [true]],
    [{ tenantHeaders: { openai: ['a'] } }, { tenantHeaders: { openai: ['a', 'b'] } }, [true]],
  ] as const)('%j -> %j', (before, after, weakens) =>
    expect(diffSites(sitesSchema.parse(before), sitesSchema.parse(after)).map((change) => change.weakens)).toEqual(
      weakens,
    ),
  );
});
