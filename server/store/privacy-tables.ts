/** The tables of who is behind a device, of what two people decide, and of what is kept how long. */
import type { Generated, JSONColumnType } from 'kysely';
import type { PolicyChange } from '../../lib/policy/diff.ts';
import type { ProposalKind, ProposalState, Vote, VotePart } from '../privacy/proposal.ts';
import type { RetentionProfile } from '../privacy/retention-profile.ts';

/** How it is known whose a device is: its managed settings say so, or the person signed in. */
export type Assurance = 'managed' | 'oidc';

/** Somebody records are about: a person whose name was told, or whoever has a device. */
export interface SubjectTable {
  tenant: string;
  id: string;
  /** Their key, sealed with the tenant's. Null: destroyed. */
  wrapped_key: Uint8Array | null;
  /** Who they are, sealed with their key. Null: nobody told. */
  identity: Uint8Array | null;
  /** Keyed hash of the name, to find them again on another device. */
  lookup: string | null;
  /** Keyed hash of who they are at the identity provider. Null: they never signed in there. */
  account: string | null;
  created_at: number;
  erased_at: number | null;
}

/** Whose a device was, from `since` until before `until`. */
export interface SubjectDeviceTable {
  tenant: string;
  device: string;
  /** Null: it was somebody who is erased. */
  subject: string | null;
  /** Who says so; null: nobody, it is whoever has the device. */
  assurance: Assurance | null;
  since: number;
  until: Generated<number>;
}

export interface PrivacyStateTable {
  tenant: string;
  /** Of the key that everything here was sealed with. */
  key_id: string;
  council_mode: boolean;
}

/** A signed policy that is to be published, and what it changes. */
export interface PolicyDraft {
  envelope: string;
  digest: string;
  version: number;
  epoch: string;
  changes: PolicyChange[];
}

export interface ProposalTable {
  tenant: string;
  id: string;
  kind: ProposalKind;
  state: ProposalState;
  /** Whom it is about, when it is about one. */
  subject: string | null;
  incident: string | null;
  purpose: string;
  reason: string;
  params: JSONColumnType<{ profile?: RetentionProfile; policy?: PolicyDraft }>;
  /** Whose votes it needs, as it was when it was asked. */
  needs: JSONColumnType<VotePart[]>;
  votes: JSONColumnType<Vote[], string | undefined, string>;
  asked_by: string;
  asked_at: number;
  /** While open: until when it can be voted on. When approved: until when it can be used. */
  ends_at: number;
  used_at: number | null;
}

export interface LegalHoldTable {
  tenant: string;
  id: string;
  /** Null: everybody. */
  subject: string | null;
  reason: string;
  created_by: string;
  created_at: number;
  lifted_by: string | null;
  lifted_at: number | null;
}

/** The newest one holds. */
export interface RetentionProfileTable {
  tenant: string;
  id: Generated<number>;
  profile: JSONColumnType<RetentionProfile>;
  proposal: string;
  since: number;
}

/** Records of a chain that are gone. Their places in the log stay. */
export interface ErasedRunTable {
  tenant: string;
  chain: string;
  first_seq: number;
  last_seq: number;
  /** Hash of the last of them: what the record behind names. */
  head: string;
  at: number;
  /** What went together, and is named by one act. */
  batch: string;
}

/** The job that erases: who runs it, and how the last run went. */
export interface RetentionRunTable {
  tenant: string;
  holder: string | null;
  held_until: Generated<number>;
  began_at: number | null;
  ended_at: number | null;
  erased: Generated<number>;
  /** A code, when the last run ended early. */
  failed: string | null;
}
