import { PACK_PAYLOAD_TYPE, packPayload, verifyPack } from '../../lib/coverage/pack-signature.ts';
import { sitePackSchema } from '../../lib/coverage/site-pack.ts';
import { addSignature, type Envelope, signEnvelope, signedSchema } from '../../lib/policy/envelope.ts';
import { readSigningKey } from './key-file.ts';
import { readText } from './policy-file.ts';
import { writeEnvelope } from './sign.ts';
import { CommandError, type Terminal } from './terminal.ts';

/**
 * `policy sign-sites FILE --key FILE --out FILE`: checks and signs a site pack (JSON) with the keys that sign policies.
 * When FILE is signed already, the signature is added to those it has.
 */
export async function signSites(file: string, keyPaths: string[], out: string, terminal: Terminal): Promise<number> {
  const keys = await Promise.all(keyPaths.map((path) => readSigningKey(path, terminal)));
  let signed = asSigned(parse(file, await readText(file, terminal)));
  const payload = signed === null ? payloadOf(file, parse(file, await readText(file, terminal))) : null;
  for (const { privateKey, keyid } of keys) {
    signed = signed
      ? await addSignature(signed, privateKey, keyid)
      : await signEnvelope(payload!, privateKey, keyid, PACK_PAYLOAD_TYPE);
  }
  const verified = await verifyPack(
    signed,
    keys.map(({ publicKey }) => publicKey),
  );
  if (!verified.ok) throw new CommandError(`${file}: the signed site pack does not verify: ${verified.message}`);
  await writeEnvelope(out, signed!, terminal);
  const { pack, digest } = verified;
  terminal.out(`${out}: ${pack.id} version ${pack.version}, ${signed!.signatures.length} signature(s)`);
  terminal.out(`sha256 ${digest}`);
  return 0;
}

function payloadOf(file: string, content: unknown): Uint8Array<ArrayBuffer> {
  const parsed = sitePackSchema.safeParse(content);
  if (parsed.success) return packPayload(parsed.data);
  const faults = parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || '(top)'} ${message}`);
  throw new CommandError(faults.join('\n'));
}

function asSigned(content: unknown): Envelope | null {
  const parsed = signedSchema.safeParse(content);
  return parsed.success && parsed.data.payloadType === PACK_PAYLOAD_TYPE ? parsed.data : null;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file}: is not JSON`);
  }
}
