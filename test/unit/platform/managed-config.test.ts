import { describe, expect, it } from 'vitest';
import { parseManagedConfig } from '../../../lib/platform/managed-config.ts';

describe('managed configuration', () => {
  it.each([[{}], [undefined], [null]])('is empty on an unmanaged browser (%j)', (raw) => {
    expect(parseManagedConfig(raw)).toEqual({ ok: true, config: {} });
  });

  it('keeps what it knows and leaves out what a newer version may know', () => {
    const raw = {
      endpoint: 'https://sluice.example:8443',
      tenant: 'acme',
      identity: { groups: ['hr'] },
      somethingNew: 1,
    };
    const { somethingNew: _, ...config } = raw;
    expect(parseManagedConfig(raw)).toEqual({ ok: true, config });
  });

  it.each([
    ['endpoint', { endpoint: 'javascript:alert(1)' }],
    ['tenant', { tenant: 7 }],
    ['policyRootKeys.0', { policyRootKeys: ['short'] }],
    ['identity.groups', { identity: { groups: 'hr' } }],
    ['language', { language: 'tlh' }],
    ['(root)', 'a string'],
  ])('names the faulty key %s and nothing of its value', (path, raw) => {
    expect(parseManagedConfig(raw)).toEqual({ ok: false, faults: [path] });
  });
});
