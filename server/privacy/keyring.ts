/** The keys of privacy: one secret of the endpoint, from which each tenant has keys of its own (HKDF-SHA-256, RFC 5869). */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { KEY_BYTES, seal, unseal } from './seal.ts';

export interface TenantKeys {
  /** Names the secret without telling it: a database that was used with another one is noticed. */
  id: string;
  /** A new key for a subject, sealed. */
  newSubjectKey(subject: string): Buffer;
  /** Null when the sealed key is not this subject's. */
  openSubjectKey(subject: string, sealed: Uint8Array): Buffer | null;
  /** The same for every way to write a name; keyed, so that nobody can try names without the secret. */
  lookup(user: string): string;
  /** HMAC-SHA-256 by the tenant's key over what only the subject's key can make, and the period. */
  pseudonymBytes(subjectKey: Uint8Array, period: string): Buffer;
}

export interface Keyring {
  of(tenant: string): TenantKeys;
}

/** @param secret 32 bytes. */
export function createKeyring(secret: Uint8Array): Keyring {
  if (secret.length !== KEY_BYTES) throw new Error(`a privacy key has ${KEY_BYTES} bytes`);
  const known = new Map<string, TenantKeys>();
  return {
    of(tenant) {
      const keys = known.get(tenant) ?? tenantKeys(secret, tenant);
      known.set(tenant, keys);
      return keys;
    },
  };
}

const hmac = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();

function tenantKeys(secret: Uint8Array, tenant: string): TenantKeys {
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', secret, '', `sluice/${use}/${tenant}`, KEY_BYTES));
  const [wrapping, names, pseudonyms] = [derive('wrap'), derive('lookup'), derive('pseudonym')];
  const place = (subject: string) => `key/${tenant}/${subject}`;
  return {
    id: hmac(derive('id'), 'id').toString('hex').slice(0, 32),
    newSubjectKey: (subject) => seal(wrapping, place(subject), randomBytes(KEY_BYTES)),
    openSubjectKey: (subject, sealed) => unseal(wrapping, place(subject), sealed),
    lookup: (user) => hmac(names, user.trim().normalize('NFC').toLowerCase()).toString('hex'),
    pseudonymBytes(subjectKey, period) {
      const subject = hmac(subjectKey, 'subject').toString('hex');
      return hmac(pseudonyms, `${subject}|${period}`);
    },
  };
}
