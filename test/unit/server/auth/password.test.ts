import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from '../../../../server/auth/password.ts';
import { createSecret, hashSecret, isSameHash } from '../../../../server/auth/secret.ts';

describe('passwords', () => {
  it('are known by a salted hash with its cost beside it', async () => {
    const [one, two] = await Promise.all([hashPassword('Grüße aus Köln'), hashPassword('Grüße aus Köln')]);
    expect(one).not.toBe(two);
    expect(one).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await isPassword('Grüße aus Köln'.normalize('NFD'), one)).toBe(true);
    expect(await isPassword('Grüße aus Koeln', one)).toBe(false);
  });

  it('never fit where there is no account', async () => {
    expect(await isPassword('', null)).toBe(false);
    expect(await isPassword('anything', null)).toBe(false);
  });

  it('that were hashed at another cost still fit', async () => {
    const cheap = 'scrypt$16$1$1$AAAAAAAAAAAAAAAAAAAAAA$';
    const { scryptSync } = await import('node:crypto');
    const key = scryptSync('old', Buffer.alloc(16), 32, { N: 16, r: 1, p: 1 }).toString('base64url');
    expect(await isPassword('old', cheap + key)).toBe(true);
  });
});

describe('secrets', () => {
  it('have 256 bits and are compared by hash', () => {
    const [one, two] = [createSecret(), createSecret()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(isSameHash(hashSecret(one), hashSecret(one))).toBe(true);
    expect(isSameHash(hashSecret(one), hashSecret(two))).toBe(false);
    expect(isSameHash(hashSecret(one), 'short')).toBe(false);
  });
});
