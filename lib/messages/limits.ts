/** How long the messages of table.ts may take, apart from their schemas: who asks needs no more. */
import type { Method } from './table.ts';

/** Milliseconds after which the router answers `timeout`. */
export const LIMITS_MS: Record<Method, number> = {
  'guard.app': 8_000,
  'guard.open': 8_000,
  'guard.classify': 8_000,
  'guard.commit': 8_000,
  'guard.vouch': 8_000,
  'guard.entered': 8_000,
  'guard.recall': 8_000,
  'guard.remember': 8_000,
  'guard.reader': 10_000,
  'guard.views': 5_000,
  'guard.canary': 8_000,
  'popup.state': 5_000,
  'records.list': 5_000,
  'policy.view': 5_000,
  'enrolment.view': 5_000,
  'identity.view': 40_000,
  'identity.begin': 20_000,
  'identity.end': 40_000,
};
