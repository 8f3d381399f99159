/** The tables of who may come in: devices and people. */

import type { Generated, JSONColumnType } from 'kysely';
import type { Language } from '../../lib/language/language.ts';
import type { KEY_ASSURANCES } from '../../lib/sync/api.ts';
import type { Role } from '../auth/permissions.ts';

export interface EnrolmentTokenTable {
  tenant: string;
  hash: string;
  max_uses: number | null;
  uses: number;
  expires_at: number | null;
  created_at: number;
  /** For whom it is. */
  label: Generated<string>;
  created_by: Generated<string>;
  revoked_at: number | null;
}

export interface EarlierKey {
  kid: string;
  /** Raw Ed25519, base64url. */
  publicKey: string;
}

export interface DeviceTable {
  tenant: string;
  device: string;
  kid: string;
  /** Raw Ed25519, base64url. */
  public_key: string;
  /** Keys that signed over to the next one, the oldest first. */
  earlier_keys: JSONColumnType<EarlierKey[], string | undefined, string>;
  token_hash: string;
  app_version: string;
  browser: string;
  os: string;
  enrolled_at: number;
  seen_at: number;
  revoked_at: number | null;
  /** Who shut it out and why, in their words. Null for one that may come in, and for what happened before it was asked. */
  revoked_by: string | null;
  revoked_why: string | null;
  /** The id of the enrolment token it came with. */
  token_used: string | null;
  /** Serial and end of the certificate of its present key; null before the first. The end is 0 when that was revoked. */
  certificate: Generated<string | null>;
  certified_until: Generated<number | null>;
}

/** What the endpoint has said about keys of devices; rows are never deleted. */
export interface CertificateTable {
  tenant: string;
  serial: string;
  device: string;
  kid: string;
  not_before: number;
  not_after: number;
  assurance: (typeof KEY_ASSURANCES)[number];
  /** Canonical JSON of the certificate as it was given. */
  certificate: string;
  revoked_at: number | null;
  revoked_by: string | null;
  revoked_why: string | null;
}

export interface ReviewerTable {
  tenant: string;
  name: string;
  roles: JSONColumnType<Role[]>;
  /** `scrypt$N$r$p$salt$key`, base64url. Null for who signs in elsewhere only. */
  password_hash: string | null;
  /** Who this is at the identity provider: issuer and subject. Null for a local account. */
  subject: string | null;
  /** The password was made for them: they have to choose another before anything else. */
  must_change: Generated<boolean>;
  disabled_at: number | null;
  created_at: number;
  /** Chosen for the console; null: what their browser prefers. */
  language: Generated<Language | null>;
}

export interface SessionTable {
  token_hash: string;
  /** What it is listed and ended by. */
  id: string;
  tenant: string;
  reviewer: string;
  created_at: number;
  expires_at: number;
  /** Of the last request, to the minute. */
  seen_at: number;
  /** What the browser calls itself. */
  agent: string;
}

export interface SignInTable {
  tenant: string;
  state_hash: string;
  /** Of a cookie that only the browser which began has. */
  browser_hash: string;
  nonce: string;
  /** PKCE. */
  verifier: string;
  /** Hash of the link by which a device is signed in; null: a reviewer is on the way. */
  link: string | null;
  expires_at: number;
}

/** Devices that wait for somebody to sign in: at most one attempt each. */
export interface DeviceSignInTable {
  tenant: string;
  device: string;
  /** Hash of what is in the address that was given to the device. */
  link: string;
  /** Shown at both ends. */
  code: string;
  expires_at: number;
}

/** The endpoint's own key of a tenant. */
export interface ServerKeyTable {
  tenant: string;
  kid: string;
  public_key: string;
  /** PKCS #8, base64url. */
  private_key: string;
  created_at: number;
}
