import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addSignature, type Envelope, signEnvelope, verifyEnvelope } from '../../lib/policy/envelope.ts';
import { readSigningKey, type SigningKey } from './key-file.ts';
import { type PolicyFile, readPolicyFile } from './policy-file.ts';
import { CommandError, type Terminal } from './terminal.ts';

/**
 * `policy sign FILE --key FILE --out FILE`: signs a policy. When FILE is an envelope, the signature is added to those it
 * has, so that a second person can sign on another machine.
 */
export async function sign(file: string, keyPaths: string[], out: string, terminal: Terminal): Promise<number> {
  const source = await readPolicyFile(file, terminal);
  const keys = await Promise.all(keyPaths.map((path) => readSigningKey(path, terminal)));
  const envelope = await signPolicy(source, keys);
  await writeEnvelope(out, envelope, terminal);
  const { policy, digest } = source.compiled;
  terminal.out(`${out}: ${policy.id} version ${policy.version}, ${envelope.signatures.length} signature(s)`);
  terminal.out(`sha256 ${digest}`);
  return 0;
}

/** Sign with every key and verify what came out. */
export async function signPolicy({ compiled, envelope }: PolicyFile, keys: SigningKey[]): Promise<Envelope> {
  let signed = envelope;
  for (const { privateKey, keyid } of keys) {
    signed = signed
      ? await addSignature(signed, privateKey, keyid)
      : await signEnvelope(new TextEncoder().encode(compiled.canonical), privateKey, keyid);
  }
  if (!signed) throw new CommandError('no key was given');
  const roots = keys.map((key) => key.publicKey);
  const verified = await verifyEnvelope(signed, roots, { threshold: new Set(roots).size });
  if (!verified.ok) throw new CommandError(`the signed policy does not verify: ${verified.message}`);
  return signed;
}

export async function writeEnvelope(path: string, envelope: Envelope, terminal: Terminal): Promise<void> {
  try {
    await writeFile(resolve(terminal.cwd, path), `${JSON.stringify(envelope, null, 2)}\n`);
  } catch {
    throw new CommandError(`${path}: cannot be written`);
  }
}
