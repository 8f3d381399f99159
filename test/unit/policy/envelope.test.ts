import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64, toBase64url } from '../../../lib/policy/base64.ts';
import { canonicalPolicy } from '../../../lib/policy/compile.ts';
import {
  addSignature,
  type Envelope,
  keyIdOf,
  preAuthEncoding,
  signEnvelope,
  verifyEnvelope,
} from '../../../lib/policy/envelope.ts';
import { samplePolicy, sampleRule } from './sample-policy.ts';

async function newKey() {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { privateKey: pair.privateKey, publicKey: toBase64url(raw), keyid: await keyIdOf(raw) };
}

const policy = samplePolicy([sampleRule('r', { app: ['chatgpt'] }, 'block')], { version: 7 });
const payload = new TextEncoder().encode(canonicalPolicy(policy));
const [alice, bob, eve] = await Promise.all([newKey(), newKey(), newKey()]);
const signed = await signEnvelope(payload, alice.privateKey, alice.keyid);

const codeOf = async (envelope: unknown, roots: string[], options = {}) => {
  const result = await verifyEnvelope(envelope, roots, options);
  return result.ok ? 'ok' : result.code;
};
const withPayload = (document: unknown): Envelope => ({
  ...signed,
  payload: toBase64(new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document))),
});
const resigned = (document: unknown) =>
  addSignature({ ...withPayload(document), signatures: [] }, alice.privateKey, alice.keyid);

describe('pre-authentication encoding', () => {
  it('gives the bytes of the example in the DSSE protocol', () => {
    const bytes = preAuthEncoding('http://example.com/HelloWorld', new TextEncoder().encode('hello world'));
    expect(new TextDecoder().decode(bytes)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('counts bytes, not characters', () => {
    const bytes = preAuthEncoding('ä', new TextEncoder().encode('€'));
    expect(new TextDecoder().decode(bytes)).toBe('DSSEv1 2 ä 3 €');
  });
});

describe('an envelope that verifies', () => {
  it('gives policy, version, digest and signers', async () => {
    const result = await verifyEnvelope(signed, [alice.publicKey]);
    expect(result).toMatchObject({ ok: true, version: 7, signers: 1, policy });
  });

  it('may come as text', async () => {
    expect(await codeOf(JSON.stringify(signed), [alice.publicKey])).toBe('ok');
  });

  it('may name a key id that is not ours: the id is only a hint', async () => {
    const other = await signEnvelope(payload, alice.privateKey, 'hsm-slot-4');
    expect(await codeOf(other, [bob.publicKey, alice.publicKey])).toBe('ok');
  });

  it('has an epoch that depends on the set of root keys alone', async () => {
    const epoch = async (roots: string[]) => {
      const result = await verifyEnvelope(signed, roots);
      return result.ok ? result.epoch : null;
    };
    const both = await epoch([alice.publicKey, bob.publicKey]);
    expect(await epoch([bob.publicKey, alice.publicKey, alice.publicKey])).toBe(both);
    expect(await epoch([alice.publicKey])).not.toBe(both);
  });

  it('verifies although it expired', async () => {
    const old = samplePolicy(policy.rules, { issued: '2001-01-01T00:00:00Z', expires: '2001-01-02T00:00:00Z' });
    expect(await codeOf(await resigned(old), [alice.publicKey])).toBe('ok');
  });
});

describe('an envelope that does not verify', () => {
  it.each([undefined, null, '', '{', '[]', {}, { ...signed, extra: 1 }, { ...signed, signatures: [] }])(
    '%j is malformed',
    async (envelope) => {
      expect(await codeOf(envelope, [alice.publicKey])).toBe('malformed');
    },
  );

  it('is malformed with another payload type', async () => {
    expect(await codeOf({ ...signed, payloadType: 'application/json' }, [alice.publicKey])).toBe('malformed');
  });

  it('has a changed payload', async () => {
    expect(await codeOf(withPayload({ ...policy, version: 8 }), [alice.publicKey])).toBe('bad_signature');
  });

  it('has a changed or cut signature', async () => {
    const bytes = fromBase64(signed.signatures[0]!.sig)!;
    bytes[10]! ^= 1;
    const change = (sig: string) => ({ ...signed, signatures: [{ keyid: alice.keyid, sig }] });
    expect(await codeOf(change(toBase64(bytes)), [alice.publicKey])).toBe('bad_signature');
    expect(await codeOf(change(toBase64(bytes.slice(0, 63))), [alice.publicKey])).toBe('bad_signature');
  });

  it('is signed by a stranger, even one who borrows a key id', async () => {
    const strange = await signEnvelope(payload, eve.privateKey, eve.keyid);
    expect(await codeOf(strange, [alice.publicKey])).toBe('unknown_key');
    const borrowed = await signEnvelope(payload, eve.privateKey, alice.keyid);
    expect(await codeOf(borrowed, [alice.publicKey])).toBe('bad_signature');
  });

  it('meets no usable root key', async () => {
    expect(await codeOf(signed, [])).toBe('no_root_key');
    expect(await codeOf(signed, ['', 'not a key', 'AAAA'])).toBe('no_root_key');
  });

  it('has fewer signers than the threshold, however often one signs', async () => {
    const roots = [alice.publicKey, bob.publicKey];
    const twice = await addSignature(signed, alice.privateKey, 'another-name');
    expect(twice.signatures).toHaveLength(2);
    expect(await codeOf(twice, [...roots, alice.publicKey], { threshold: 2 })).toBe('threshold');
    const both = await addSignature(signed, bob.privateKey, bob.keyid);
    expect(await codeOf(both, roots, { threshold: 2 })).toBe('ok');
  });

  it('is signed, but no policy this version can read', async () => {
    for (const document of ['no json', { ...policy, future: true }, { ...policy, rules: [] }]) {
      expect(await codeOf(await resigned(document), [alice.publicKey])).toBe('schema');
    }
  });
});

describe('addSignature', () => {
  it('replaces an earlier signature under the same key id', async () => {
    const again = await addSignature(signed, alice.privateKey, alice.keyid);
    expect(again.signatures).toEqual(signed.signatures);
  });
});

describe('base64', () => {
  it('goes there and back for every length', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(fromBase64(toBase64url(bytes))).toEqual(bytes);
    }
    expect(fromBase64(toBase64(new Uint8Array(100_000).fill(7)))).toEqual(new Uint8Array(100_000).fill(7));
    expect(fromBase64('*')).toBeNull();
  });
});
