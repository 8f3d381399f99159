/** What an organisation itself wants protected, out of its signed policy (lib/policy/data-schema.ts says how it is written). */
import type { DataClass } from './finding.ts';

type CustomerClass = Extract<DataClass, 'CONFIDENTIAL' | 'CUSTOM'>;

/** Words and names, such as code names of projects. They stand in the policy as they are. */
export interface TermSet {
  id: string;
  class: CustomerClass;
  words: readonly string[];
  /** Letter case has to be as written. */
  matchCase?: boolean | undefined;
  /** Also inside longer words. */
  partial?: boolean | undefined;
  confidence?: number | undefined;
}

/** A field of a list of records, and what its values look like, so that few words of a text have to be hashed. */
export interface RecordField {
  name: string;
  /** Lengths of the values without spaces and signs, UTF-16 units. */
  lengths: readonly number[];
  /** Most words a value has. */
  words: number;
  digits: boolean;
}

/** A list of records as keyed hashes: customers, patients, accounts. */
export interface RecordSet {
  id: string;
  class: CustomerClass;
  /** The first one is looked for everywhere, the others around it. */
  fields: readonly RecordField[];
  /** How many of the other fields have to be there too. */
  together: number;
  /** Base64: six bytes of HMAC-SHA-256 for each field of each row. */
  rows: string;
}

/** A document as keyed hashes of some of its passages. */
export interface ProtectedDocument {
  id: string;
  class: CustomerClass;
  /** Base64: six bytes of HMAC-SHA-256 for each chosen passage. */
  passages: string;
  /** Share of the passages that has to be in a text, 0..1. */
  least: number;
}

/** A pattern in the syntax of RE2 without its rarer parts (customer/pattern-syntax.ts). */
export interface CustomerPattern {
  id: string;
  class: CustomerClass;
  pattern: string;
  ignoreCase?: boolean | undefined;
  /** Words near which it is surer. */
  cues?: readonly string[] | undefined;
  confidence?: number | undefined;
}

export interface CustomerData {
  /** Base64, 32 bytes: of the organisation, for `records` and `documents`. */
  key?: string | undefined;
  terms?: readonly TermSet[] | undefined;
  records?: readonly RecordSet[] | undefined;
  documents?: readonly ProtectedDocument[] | undefined;
  patterns?: readonly CustomerPattern[] | undefined;
}
