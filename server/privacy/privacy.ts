/** What the endpoint knows about privacy while it runs: its keys and how its settings want them used. */
import type { Store } from '../store/open.ts';
import { placesOfName, type Stay } from '../store/places-of-name.ts';
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

/** The devices and times that a pseudonym stands for. */
export type WhereIs = (tenant: string, name: string, now: number) => Promise<Stay[]>;

export interface Privacy extends PrivacySettings {
  keys: Keyring;
  names: Names;
  whereIs: WhereIs;
}

/** @param secret 32 bytes. */
export function createPrivacy(store: Store, secret: Uint8Array, settings: PrivacySettings): Privacy {
  const keys = createKeyring(secret);
  const { period } = settings;
  return {
    ...settings,
    keys,
    whereIs: (tenant, name, now) =>
      placesOfName(store.of(tenant, 'privacy'), keys.of(tenant), { tenant, period, now }, name),
    names: (tenant, places) => namesAt(store.of(tenant, 'privacy'), keys.of(tenant), period, tenant, places),
  };
}
