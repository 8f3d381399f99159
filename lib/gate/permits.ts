/**
 * Permits: single-use, short-lived grants that bind a decision to exact content. The background mints one when the
 * guard reports a decision; the gate takes one when the request passes. Held in memory and mirrored to session storage,
 * so that a background that was put to sleep between decision and request still knows them.
 */
import * as z from 'zod/mini';

export const permitSchema = z.strictObject({
  app: z.string(),
  tab: z.int(),
  /** Null for a call that no decision was needed for. */
  decision: z.nullable(z.string()),
  /** Keyed digests (purpose `part`) of the texts that may leave, approved or found harmless. */
  parts: z.array(z.string()),
  /** True when the guard read bytes that the gate cannot see (Blob, stream, file): covers one unreadable body. */
  opaque: z.boolean(),
  /** Milliseconds since the epoch. */
  expires: z.int(),
});
export type Permit = z.infer<typeof permitSchema>;

/** Long enough for a page to send what was just approved, far too short to be saved up. */
export const PERMIT_LIFE_MS = 30_000;
/** Pages are untrusted: a loop that asks for permits must not fill memory. */
const MAX_PERMITS = 500;

export interface PermitNeed {
  app: string;
  tab: number;
  /** Digests of the parts that may not leave without a permit. */
  parts: string[];
  opaque: boolean;
}

export class PermitBook {
  #permits: Permit[];
  readonly #save: (permits: Permit[]) => void;

  constructor(saved: Permit[], save: (permits: Permit[]) => void) {
    this.#permits = saved;
    this.#save = save;
  }

  mint(permit: Omit<Permit, 'expires'>, nowMs: number): void {
    this.#permits = [...this.#alive(nowMs), { ...permit, expires: nowMs + PERMIT_LIFE_MS }].slice(-MAX_PERMITS);
    this.#save(this.#permits);
  }

  /** Take the permit that covers the need, or null. A permit is gone once taken. */
  take(need: PermitNeed, nowMs: number): Permit | null {
    const alive = this.#alive(nowMs);
    const permit = alive.find((candidate) => covers(candidate, need)) ?? null;
    this.#permits = alive.filter((candidate) => candidate !== permit);
    if (permit) this.#save(this.#permits);
    return permit;
  }

  #alive(nowMs: number): Permit[] {
    return this.#permits.filter((permit) => permit.expires > nowMs);
  }
}

function covers(permit: Permit, need: PermitNeed): boolean {
  return (
    permit.app === need.app &&
    permit.tab === need.tab &&
    (permit.opaque || !need.opaque) &&
    need.parts.every((digest) => permit.parts.includes(digest))
  );
}
