/** What the endpoint knows about privacy while it runs: its keys and how its settings want them used. */
import type { Store } from '../store/open.ts';
import { namesAt, type Place } from '../store/subjects.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import type { Period } from './pseudonym.ts';

export interface PrivacySettings {
  /** How long somebody keeps one pseudonym. */
  period: Period;
  /** How long what was approved can be used. */
  usableMs: number;
  /** The fewest people a number may be about. */
  minGroup: number;
  /** The works council agrees, too. */
  councilMode: boolean;
}

/** What reviewers call who had a device at a time, in the order asked; null where nobody is known, or not any more. */
export type Names = (tenant: string, places: readonly Place[]) => Promise<(string | null)[]>;

export interface Privacy extends PrivacySettings {
  keys: Keyring;
  names: Names;
}

/** @param secret 32 bytes. */
export function createPrivacy(store: Store, secret: Uint8Array, settings: PrivacySettings): Privacy {
  const keys = createKeyring(secret);
  const { period } = settings;
  return {
    ...settings,
    keys,
    names: (tenant, places) => namesAt(store.of(tenant, 'privacy'), keys.of(tenant), period, tenant, places),
  };
}
