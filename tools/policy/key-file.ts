/** Signing keys on disk: the private half as PKCS #8 PEM, the public half as the line that goes into `policyRootKeys`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fromBase64, toBase64, toBase64url } from '../../lib/policy/base64.ts';
import { keyIdOf } from '../../lib/policy/envelope.ts';
import { readText } from './policy-file.ts';
import { CommandError, type Terminal } from './terminal.ts';

export interface SigningKey {
  privateKey: CryptoKey;
  /** Raw Ed25519 public key, base64url. */
  publicKey: string;
  keyid: string;
}

/** A fresh key pair in memory. */
export async function generateSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { privateKey: pair.privateKey, publicKey: toBase64url(raw), keyid: await keyIdOf(raw) };
}

/** Write both halves into a folder. Never overwrites: a lost root key cannot be had back. */
export async function writeKeyFiles(folder: string, key: SigningKey, terminal: Terminal): Promise<string[]> {
  const directory = resolve(terminal.cwd, folder);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key.privateKey));
  const lines = toBase64(pkcs8).replace(/.{64}/g, '$&\n').trimEnd();
  const pem = `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`;
  const privatePath = join(directory, `policy-${key.keyid}.key.pem`);
  const publicPath = join(directory, `policy-${key.keyid}.pub`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(privatePath, pem, { mode: 0o600, flag: 'wx' });
    await writeFile(publicPath, `${key.publicKey}\n`, { flag: 'wx' });
  } catch {
    throw new CommandError(`${folder}: the keys cannot be written there`);
  }
  return [privatePath, publicPath];
}

/** Read a private key written by `keygen` (or any Ed25519 PKCS #8 PEM). */
export async function readSigningKey(path: string, terminal: Terminal): Promise<SigningKey> {
  const text = await readText(path, terminal);
  const body = /-----BEGIN PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END PRIVATE KEY-----/.exec(text)?.[1];
  const pkcs8 = body === undefined ? null : fromBase64(body.replace(/\s/g, ''));
  if (!pkcs8) {
    const hint = /^[A-Za-z0-9_-]{43}\s*$/.test(text) ? '; this is the public half' : '';
    throw new CommandError(`${path}: is not a private key in PEM (PKCS #8) form${hint}`);
  }
  try {
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const publicKey = (await crypto.subtle.exportKey('jwk', privateKey)).x!;
    return { privateKey, publicKey, keyid: await keyIdOf(fromBase64(publicKey)!) };
  } catch {
    throw new CommandError(`${path}: is a private key, but not an Ed25519 one`);
  }
}
