import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../../../server/privacy/keyring.ts';
import { loadPrivacyKey } from '../../../../server/privacy/load-key.ts';
import { seal, unseal } from '../../../../server/privacy/seal.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const text = new TextEncoder();

describe('what is sealed', () => {
  it('opens with its key in its place, and never looks the same twice', () => {
    const sealed = seal(key(1), 'here', text.encode('alice@example.com'));
    expect(unseal(key(1), 'here', sealed)?.toString()).toBe('alice@example.com');
    expect(sealed.toString('latin1')).not.toContain('alice');
    expect(seal(key(1), 'here', text.encode('alice@example.com'))).not.toEqual(sealed);
    expect(unseal(key(1), 'here', seal(key(1), 'here', new Uint8Array()))).toHaveLength(0);
  });

  it('opens with no other key, in no other place, and not when any byte is another or missing', () => {
    const sealed = seal(key(1), 'here', text.encode('alice'));
    expect(unseal(key(2), 'here', sealed)).toBeNull();
    expect(unseal(key(1), 'there', sealed)).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      expect([at, unseal(key(1), 'here', changed)]).toEqual([at, null]);
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(unseal(key(1), 'here', sealed.subarray(0, length))).toBeNull();
    }
  });
});

describe('a keyring', () => {
  const ours = createKeyring(key(1)).of('ours');

  it('has other keys for another tenant and another secret', () => {
    const others = [createKeyring(key(1)).of('theirs'), createKeyring(key(2)).of('ours')];
    const wrapped = ours.newSubjectKey('subject');
    const own = ours.openSubjectKey('subject', wrapped)!;
    expect(own).toHaveLength(32);
    expect(ours.openSubjectKey('another', wrapped)).toBeNull();
    for (const other of others) {
      expect(other.id).not.toBe(ours.id);
      expect(other.lookup('alice')).not.toBe(ours.lookup('alice'));
      expect(other.openSubjectKey('subject', wrapped)).toBeNull();
      expect(other.pseudonymBytes(own, '2026')).not.toEqual(ours.pseudonymBytes(own, '2026'));
    }
    expect(createKeyring(key(1)).of('ours').id).toBe(ours.id);
  });

  it('finds a name however it is written', () => {
    expect(ours.lookup('  Zo\u00eb@Example.com ')).toBe(ours.lookup('zoe\u0308@example.com'));
    expect(ours.lookup('zoe@example.com')).not.toBe(ours.lookup('zo\u00eb@example.com'));
  });

  it('makes the same pseudonym for a period, and another for the next and for somebody else', () => {
    expect(ours.pseudonymBytes(key(3), '2026-Q4')).toEqual(ours.pseudonymBytes(key(3), '2026-Q4'));
    expect(ours.pseudonymBytes(key(3), '2027-Q1')).not.toEqual(ours.pseudonymBytes(key(3), '2026-Q4'));
    expect(ours.pseudonymBytes(key(4), '2026-Q4')).not.toEqual(ours.pseudonymBytes(key(3), '2026-Q4'));
  });
});

describe('the privacy key', () => {
  it('is made once, readable by its owner alone, and is the same at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-key-'));
    const file = join(folder, 'data', 'privacy.key');
    try {
      const [first, second] = await Promise.all([loadPrivacyKey({ file }), loadPrivacyKey({ file })]);
      expect(first).toEqual(second);
      expect(await loadPrivacyKey({ file })).toEqual(first);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await loadPrivacyKey({ given: (await readFile(file, 'utf8')).trim() })).toEqual(first);
      await writeFile(file, 'something else');
      await expect(loadPrivacyKey({ file })).rejects.toThrow('holds no privacy key');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
