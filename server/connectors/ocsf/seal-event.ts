/**
 * The attestation of profile `record_integrity`: SHA-256 over the event's canonical JSON (RFC 8785) with everything but the
 * fingerprint itself, as OCSF 1.9 describes it. It detects damage on the way. What proves is the device's signature over
 * the native record, which stands in `unmapped.native`: it is made over other bytes and cannot be carried here.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { OcsfEvent } from './ocsf-event.ts';

/** OCSF's numbers: SHA-256, and RFC 8785 as serialization. */
const SHA_256 = 3;
const JCS = 2;

/** @param by `chain`: the device's chain that the event tells about, when there is one. */
export function sealEvent(event: OcsfEvent, by: { authority: string; chain: string | undefined }): OcsfEvent {
  const attestation = { authority_uid: by.authority, ...(by.chain === undefined ? {} : { chain_uid: by.chain }) };
  const value = createHash('sha256')
    .update(canonicalize({ ...event, attestation_list: [attestation] })!)
    .digest('hex');
  const fingerprint = { algorithm_id: SHA_256, algorithm: 'SHA-256', serialization_id: JCS, value };
  return { ...event, attestation_list: [{ ...attestation, fingerprint }] };
}
