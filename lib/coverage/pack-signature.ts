/** Which signed site pack a browser (or the endpoint) takes: signed by a root key of policies, never an older one. */
import canonicalize from 'canonicalize';
import { verifySigned } from '../policy/envelope.ts';
import { type SitePack, sitePackSchema } from './site-pack.ts';

export const PACK_PAYLOAD_TYPE = 'application/vnd.sluice.sites+json';

export interface VerifiedPack {
  pack: SitePack;
  /** SHA-256 of the payload, hex. */
  digest: string;
  version: number;
  /** Names the set of root keys; versions are only compared within one set. */
  epoch: string;
}

export type PackResult = ({ ok: true } & VerifiedPack) | { ok: false; code: string; message: string };

/** The bytes that are signed: RFC 8785 JSON. */
export function packPayload(pack: SitePack): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(pack)!);
}

/** Verify an envelope (its text, or parsed) and parse the pack in it. */
export async function verifyPack(envelope: unknown, rootKeys: readonly string[]): Promise<PackResult> {
  const signed = await verifySigned(envelope, rootKeys, { payloadType: PACK_PAYLOAD_TYPE });
  if (!signed.ok) return signed;
  const parsed = sitePackSchema.safeParse(parseJson(signed.payload));
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')} ${message}`);
    return { ok: false, code: 'schema', message: `this version cannot read the site pack: ${places.join('; ')}` };
  }
  const { digest, epoch } = signed;
  return { ok: true, pack: parsed.data, digest, version: parsed.data.version, epoch };
}

export type PackChoice = { keep: 'candidate' } | { keep: 'current'; code: 'unchanged' | 'rollback' | 'same_version' };

/** The highest version wins within one set of root keys; a lower one is refused. */
export function choosePack(
  current: Omit<VerifiedPack, 'pack'> | null,
  candidate: Omit<VerifiedPack, 'pack'>,
): PackChoice {
  if (current === null || current.epoch !== candidate.epoch) return { keep: 'candidate' };
  if (current.digest === candidate.digest) return { keep: 'current', code: 'unchanged' };
  if (candidate.version < current.version) return { keep: 'current', code: 'rollback' };
  return candidate.version === current.version ? { keep: 'current', code: 'same_version' } : { keep: 'candidate' };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
