import { describe, expect, it } from 'vitest';
import {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '../../../../lib/integrity/log/checkpoint.ts';
import { formatVerifierKey, openNote, parseVerifierKey, signNote } from '../../../../lib/integrity/log/signed-note.ts';

/** Key and note from the documentation of Go's golang.org/x/mod/sumdb/note, where the format comes from. */
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_NOTE =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n" +
  '\n' +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

async function newSigner(name: string) {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes));
  return { name, publicKey, sign };
}

describe('signed notes', () => {
  it('of another implementation are read', async () => {
    const verifier = await parseVerifierKey(GO_KEY);
    expect(verifier?.name).toBe('PeterNeumann');
    expect(await formatVerifierKey(verifier!)).toBe(GO_KEY);
    expect(await openNote(GO_NOTE, verifier!)).toBe(GO_NOTE.slice(0, GO_NOTE.indexOf('\n\n') + 1));
  });

  it('are not believed when text, name, signature or form are changed', async () => {
    const verifier = (await parseVerifierKey(GO_KEY))!;
    const changed = [
      GO_NOTE.replace('answer', 'Answer'),
      GO_NOTE.replace('— PeterNeumann', '— PeterNewmann'),
      GO_NOTE.replace('x08go/Z', 'x08go/Y'),
      GO_NOTE.replace('wJnAM=', 'wJnAM= more'),
      GO_NOTE.slice(0, -1),
      GO_NOTE.replace('—', '-'),
      GO_NOTE.replace('\n\n', '\n'),
      `${GO_NOTE}\n`,
      '',
    ];
    for (const note of changed) expect(await openNote(note, verifier)).toBeNull();
  });

  it('may carry signatures of others besides', async () => {
    const [one, two] = [await newSigner('log.example/one'), await newSigner('witness')];
    const note = await signNote('text\n', one, one.sign);
    const both = note + (await signNote('text\n', two, two.sign)).slice('text\n\n'.length);
    expect(await openNote(both, one)).toBe('text\n');
    expect(await openNote(both, two)).toBe('text\n');
    expect(await openNote(note, two)).toBeNull();
  });

  it('take no key that is not what its line says', async () => {
    expect(await parseVerifierKey(GO_KEY.replace('c74f20a3', 'c74f20a4'))).toBeNull();
    expect(await parseVerifierKey(GO_KEY.replace('ARpc', 'AhpC'))).toBeNull();
    expect(await parseVerifierKey('PeterNeumann')).toBeNull();
  });
});

describe('checkpoints', () => {
  const root = new Uint8Array(32).fill(7);
  const checkpoint = { origin: 'acme.sluice-log', size: 1234, root };

  it('are read back as they were signed', async () => {
    const signer = await newSigner(checkpoint.origin);
    const note = await signCheckpoint(checkpoint, signer.publicKey, signer.sign);
    expect(note.split('\n').slice(0, 2)).toEqual(['acme.sluice-log', '1234']);
    expect(await openCheckpoint(note, signer)).toEqual(checkpoint);
  });

  it('are not taken from another log or another key', async () => {
    const signer = await newSigner(checkpoint.origin);
    const note = await signCheckpoint(checkpoint, signer.publicKey, signer.sign);
    expect(await openCheckpoint(note, await newSigner(checkpoint.origin))).toBeNull();
    expect(await openCheckpoint(note, { ...signer, name: 'other.sluice-log' })).toBeNull();
    const posing = await signNote(formatCheckpoint({ ...checkpoint, origin: 'other.sluice-log' }), signer, signer.sign);
    expect(await openCheckpoint(posing, signer)).toBeNull();
  });

  it('must be well formed', () => {
    const text = formatCheckpoint(checkpoint);
    expect(parseCheckpoint(text)).toEqual(checkpoint);
    expect(parseCheckpoint(`${text}extension line\n`)).toEqual(checkpoint);
    const bad = [
      text.replace('1234', '01234'),
      text.replace('1234', '-1'),
      text.replace('1234', '99999999999999999'),
      text.replace('Bwc', 'Bw'),
      text.slice(0, -1),
      text.replace('acme.sluice-log', ''),
      '',
    ];
    for (const broken of bad) expect(parseCheckpoint(broken)).toBeNull();
  });
});
