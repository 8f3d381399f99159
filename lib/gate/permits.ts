/**
 * Permits: single-use, short-lived grants that bind a decision to exact content on its way to one address. The background
 * mints one when the guard reports a decision; the gate takes one when the request passes. Held in memory and mirrored
 * to session storage, so that a background that was put to sleep between decision and request still knows them.
 */
import * as z from 'zod/mini';
import { permitRequest } from '../pipeline/permit-schema.ts';

export const permitSchema = z.strictObject({
  ...permitRequest.shape,
  tab: z.int(),
  /** Of the guard that asked, where browsers name documents (Chromium does). */
  document: z.nullable(z.string()),
  /** Null for a call that no decision was needed for. */
  decision: z.nullable(z.string()),
  /** Milliseconds since the epoch. */
  expires: z.int(),
});
export type Permit = z.infer<typeof permitSchema>;

/** Long enough for a page to send what was just approved, far too short to be saved up. */
export const PERMIT_LIFE_MS = 30_000;
/** Pages are untrusted: a loop that asks for permits must not fill memory. */
const MAX_PERMITS = 500;

/** Where a request goes, and from where. */
export interface PermitPlace {
  app: string;
  tab: number;
  target: string;
  /** For sockets, whose names of protocols no gate sees: the document that opens it; null where it is not known. */
  document: string | null;
}

export interface PermitNeed extends PermitPlace {
  /** Digests of the parts that may not leave without a permit. */
  parts: readonly string[];
  /** Something in the body cannot be read here. */
  opaque: boolean;
  /** The bytes the gate sees; null when it sees none (or the browser's own reading of a form). */
  body: { digest: string; isMultipart: boolean } | null;
}

export class PermitBook {
  #permits: Permit[];
  readonly #save: (permits: Permit[]) => void;
  #waiting: (() => void)[] = [];

  constructor(saved: Permit[], save: (permits: Permit[]) => void) {
    this.#permits = saved;
    this.#save = save;
  }

  mint(permit: Omit<Permit, 'expires'>, nowMs: number): void {
    this.#permits = [...this.#alive(nowMs), { ...permit, expires: nowMs + PERMIT_LIFE_MS }].slice(-MAX_PERMITS);
    this.#save(this.#permits);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Mint the one permit of its decision: any other of the same goes. */
  mintOnly(permit: Omit<Permit, 'expires'>, nowMs: number): void {
    this.#permits = this.#permits.filter(({ decision }) => decision !== permit.decision);
    this.mint(permit, nowMs);
  }

  /** Cheap question before the digests of a body are computed: is there any permit for this place? */
  hasFor(place: PermitPlace, nowMs: number): boolean {
    return this.#alive(nowMs).some((permit) => isFor(permit, place));
  }

  /** Take the permit that covers the need, or null. A permit is gone once taken. */
  take(need: PermitNeed, nowMs: number): Permit | null {
    const alive = this.#alive(nowMs);
    const permit = alive.find((candidate) => covers(candidate, need)) ?? null;
    this.#permits = alive.filter((candidate) => candidate !== permit);
    if (permit) this.#save(this.#permits);
    return permit;
  }

  /** Resolves when the next permit is minted, whichever it is. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #alive(nowMs: number): Permit[] {
    return this.#permits.filter((permit) => permit.expires > nowMs);
  }
}

function isFor(permit: Permit, { app, tab, target, document }: PermitPlace): boolean {
  // A page that was left has sockets that wait: the page after it does not let them through.
  if (document !== null && permit.document !== null && permit.document !== document) return false;
  // Requests of shared and service workers belong to no tab: no permit is theirs.
  return tab >= 0 && permit.app === app && permit.tab === tab && permit.target === target;
}

function covers(permit: Permit, need: PermitNeed): boolean {
  return (
    isFor(permit, need) &&
    (permit.opaque || !need.opaque) &&
    bodyFits(permit.body, need.body) &&
    need.parts.every((part) => permit.parts.includes(part))
  );
}

/** Bytes the gate sees must be those the guard read; what it cannot see is bound to the address alone. */
function bodyFits(granted: Permit['body'], seen: PermitNeed['body']): boolean {
  if (seen === null) return true;
  return granted === 'form' ? seen.isMultipart : granted === seen.digest;
}
