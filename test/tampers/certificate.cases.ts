/** Certificates of device keys: forged, exchanged, left out, ended or revoked before what was taken under them. */

import { randomUUID } from 'node:crypto';
import { CERTIFICATES_FILE, REVOKED_FILE } from '../../lib/integrity/evidence-format.ts';
import { canonicalBytes, canonicalText } from '../../lib/records/canonical.ts';
import { createDeviceKey } from '../../lib/records/sign.ts';
import type { Certificate, RevocationList } from '../../lib/sync/api.ts';
import { change } from './hands.ts';
import { exported, type Files, lined, linesOf, type Pack, sealed, textOf } from './pack.ts';
import type { TamperCase, Tampered } from './tamper-case.ts';

const DAY_MS = 24 * 60 * 60_000;

const certificatesOf = (files: Files) =>
  linesOf(files, CERTIFICATES_FILE).map((line) => JSON.parse(line) as Certificate);

/** Signed again by the operator. */
async function signedAgain<T extends { body: object }>(
  { signer }: Pack,
  signed: T,
  edit: Partial<T['body']>,
): Promise<T> {
  const body = { ...signed.body, ...edit };
  return { ...signed, body, sig: await signer.sign(canonicalBytes(body)) };
}

/** A pack of the forger's chain, in which the log tells of no certificate, with the forger's signed again otherwise. */
async function ofOneChain(pack: Pack, edit: Partial<Certificate['body']>): Promise<Tampered> {
  const files = await exported(pack.endpoint, `?chain=${pack.forger.chain}`);
  const changed = await Promise.all(certificatesOf(files).map((each) => signedAgain(pack, each, edit)));
  const text = new TextEncoder().encode(lined(changed.map(canonicalText)));
  return { files: await sealed(pack, new Map(files).set(CERTIFICATES_FILE, text), { scope: 'chain' }) };
}

export const CERTIFICATES: readonly TamperCase[] = [
  {
    name: 'a certificate is made to last longer',
    by: 'operator',
    reason: 'certificate_bad_signature',
    async make(pack) {
      const text = textOf(pack.files, CERTIFICATES_FILE).replace(/"notAfter":\d/, '"notAfter":9');
      return { files: await change(pack, { [CERTIFICATES_FILE]: text }) };
    },
  },
  {
    name: 'a certificate is forged with a key of his own',
    by: 'anybody',
    reason: 'file_changed',
    async make(pack) {
      const { kid } = await createDeviceKey();
      const text = lined(certificatesOf(pack.files).map((each) => canonicalText({ ...each, kid })));
      return { files: new Map(pack.files).set(CERTIFICATES_FILE, new TextEncoder().encode(text)) };
    },
  },
  {
    name: 'a certificate is signed with another key, under a manifest that is the endpoint’s',
    by: 'operator',
    reason: 'certificate_unknown_key',
    async make(pack) {
      const { kid } = await createDeviceKey();
      const text = lined(certificatesOf(pack.files).map((each) => canonicalText({ ...each, kid })));
      return { files: await change(pack, { [CERTIFICATES_FILE]: text }) };
    },
  },
  {
    name: 'the certificate of another tenant is put in its place',
    by: 'operator',
    reason: 'certificate_wrong_tenant',
    make: (pack) => ofOneChain(pack, { tenant: 'another tenant' }),
  },
  {
    name: 'a certificate is for another key than its id names',
    by: 'operator',
    reason: 'certificate_wrong_key',
    make: async (pack) => ofOneChain(pack, { publicKey: (await createDeviceKey()).publicKey }),
  },
  {
    name: 'the device had a certificate for another key',
    by: 'operator',
    reason: 'key_uncertified',
    async make(pack) {
      const { kid, publicKey } = await createDeviceKey();
      return ofOneChain(pack, { kid, publicKey });
    },
  },
  {
    name: "records were taken after the device's certificate had ended",
    by: 'operator',
    reason: 'certificate_expired',
    make: (pack) =>
      ofOneChain(pack, { notBefore: pack.endpoint.now - 9 * DAY_MS, notAfter: pack.endpoint.now - DAY_MS }),
  },
  {
    name: "records were taken after the device's certificate was revoked",
    by: 'operator',
    reason: 'certificate_revoked',
    async make(pack) {
      const files = await exported(pack.endpoint, `?chain=${pack.forger.chain}`);
      const revoked = certificatesOf(files).map(({ body: { serial } }) => ({ serial, at: pack.endpoint.now - DAY_MS }));
      const list = await signedAgain(pack, JSON.parse(textOf(files, REVOKED_FILE)) as RevocationList, { revoked });
      const text = canonicalBytes(list);
      return { files: await sealed(pack, new Map(files).set(REVOKED_FILE, text), { scope: 'chain' }) };
    },
  },
  {
    name: 'a certificate is left out',
    by: 'operator',
    reason: 'certificate_missing',
    make: async (pack) => ({
      files: await change(pack, { [CERTIFICATES_FILE]: lined(linesOf(pack.files, CERTIFICATES_FILE).slice(1)) }),
    }),
  },
  {
    name: 'a revocation is left out',
    by: 'operator',
    reason: 'revocation_missing',
    async make(pack) {
      const { endpoint } = pack;
      const device = await endpoint.enrolled();
      await endpoint.send(device, await device.several(1));
      await endpoint.as('POST', `/v1/devices/${device.device}/revoke`, { reason: 'lost' });
      const files = await exported(endpoint);
      const list = await signedAgain(pack, JSON.parse(textOf(files, REVOKED_FILE)) as RevocationList, { revoked: [] });
      return {
        files: await sealed(pack, new Map(files).set(REVOKED_FILE, canonicalBytes(list))),
      };
    },
  },
  {
    name: 'the list of revocations is forged',
    by: 'operator',
    reason: 'revocations_bad_signature',
    async make(pack) {
      const list = JSON.parse(textOf(pack.files, REVOKED_FILE)) as RevocationList;
      const revoked = [{ serial: randomUUID(), at: 1 }];
      return {
        files: await change(pack, { [REVOKED_FILE]: canonicalText({ ...list, body: { ...list.body, revoked } }) }),
      };
    },
  },
  {
    name: 'certificates come without the list of revocations',
    by: 'operator',
    reason: 'revocations_missing',
    make: async (pack) => ({ files: await change(pack, { [REVOKED_FILE]: null }) }),
  },
  {
    name: 'nothing; a device that came before there were certificates',
    by: 'nobody',
    reason: null,
    limit: /never certified/,
    async make(pack) {
      const files = await exported(pack.endpoint, `?chain=${pack.forger.chain}`);
      files.delete(CERTIFICATES_FILE);
      files.delete(REVOKED_FILE);
      return { files: await sealed(pack, files, { scope: 'chain' }) };
    },
  },
];
