/** A device whose batches were signed before they are needed. */
import type { EnrolRequest } from '../../../lib/sync/api.ts';
import { AGENT } from '../../fakes/fake-device.ts';

export interface PreparedBatch {
  /** gzip. */
  body: Uint8Array<ArrayBuffer>;
  records: number;
  /** Of its last record. */
  seq: number;
}

export interface PreparedParts {
  tenant: string;
  device: string;
  chain: string;
  /** Raw Ed25519, base64url. */
  publicKey: string;
  kid: string;
  batches: PreparedBatch[];
  /** The end of the chain. */
  head: string;
  seq: number;
}

export class PreparedDevice {
  readonly parts: PreparedParts;
  /** What it was given when it enrolled. */
  token = '';

  constructor(parts: PreparedParts) {
    this.parts = parts;
  }

  enrolRequest(token: string): EnrolRequest {
    const { app, browser, os } = AGENT;
    const { tenant, device, publicKey, kid } = this.parts;
    return { tenant, token, device, publicKey, kid, app, browser, os };
  }
}
