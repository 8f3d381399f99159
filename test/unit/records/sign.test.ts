import { describe, expect, it } from 'vitest';
import { createDeviceKey, sign, verify } from '../../../lib/records/sign.ts';

const bytes = new TextEncoder().encode('{"a":1}');

describe('createDeviceKey', () => {
  it('makes a private key that nobody can export', async () => {
    const { privateKey } = await createDeviceKey();
    expect(privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });

  it('makes another key every time', async () => {
    const [a, b] = await Promise.all([createDeviceKey(), createDeviceKey()]);
    expect(a.kid).not.toBe(b.kid);
    expect(a.publicKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

describe('verify', () => {
  it('refuses a changed byte, another key and a malformed signature or key', async () => {
    const [mine, other] = await Promise.all([createDeviceKey(), createDeviceKey()]);
    const sig = await sign(mine.privateKey, bytes);
    const changed = bytes.slice();
    changed[2] = changed[2]! ^ 1;
    expect(await verify(mine.publicKey, sig, bytes)).toBe(true);
    expect(await verify(mine.publicKey, sig, changed)).toBe(false);
    expect(await verify(other.publicKey, sig, bytes)).toBe(false);
    expect(await verify(mine.publicKey, sig.slice(0, -2), bytes)).toBe(false);
    expect(await verify(mine.publicKey, `${sig}==`, bytes)).toBe(false);
    expect(await verify('', sig, bytes)).toBe(false);
    expect(await verify(mine.publicKey, '', bytes)).toBe(false);
  });

  it('accepts one spelling of a signature only', async () => {
    const { privateKey, publicKey } = await createDeviceKey();
    const sig = await sign(privateKey, bytes);
    // 64 bytes leave four unused bits in the last character: set one of them.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = sig.slice(0, -1) + alphabet[alphabet.indexOf(sig.at(-1)!) + 1];
    expect(await verify(publicKey, twin, bytes)).toBe(false);
  });

  it('agrees with RFC 8032 section 7.1, test 2', async () => {
    const hex = (text: string) => Buffer.from(text, 'hex');
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c').toString('base64url');
    const sig = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ).toString('base64url');
    expect(await verify(key, sig, new Uint8Array([0x72]))).toBe(true);
  });
});
