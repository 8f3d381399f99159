/** The endpoint's own Ed25519 key: made once for a tenant, kept in the database so that every node signs with it. */
import { toBase64url } from '../../lib/policy/base64.ts';
import { keyId, sign } from '../../lib/records/sign.ts';
import type { BodySigner } from '../../lib/records/signed-body.ts';
import type { Db } from '../store/schema.ts';

export interface Signer extends BodySigner {
  /** Raw, base64url. */
  publicKey: string;
}

/** The tenant's key; the first call makes it. Two nodes at once end up with the same one. */
export async function loadSigner(db: Db, tenant: string, now: number): Promise<Signer> {
  const find = () => db.selectFrom('server_keys').selectAll().where('tenant', '=', tenant).executeTakeFirst();
  let row = await find();
  if (row === undefined) {
    const made = { tenant, ...(await createKey()), created_at: now };
    await db
      .insertInto('server_keys')
      .values(made)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    row = (await find())!;
  }
  const der = Buffer.from(row.private_key, 'base64url');
  const key = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', false, ['sign']);
  return { kid: row.kid, publicKey: row.public_key, sign: (bytes) => sign(key, bytes) };
}

async function createKey() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { kid: await keyId(raw), public_key: toBase64url(raw), private_key: toBase64url(der) };
}
