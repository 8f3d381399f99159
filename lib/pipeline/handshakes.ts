/**
 * Sockets of one address, one after the other. A handshake carries names of protocols that the gate does not see: to the
 * gate two sockets of one page to one address are the same, and the permit of one would open the other. So no socket is
 * let through while another to its address is judged, nor for as long as a refused one may still wait there.
 */
import type { HoldVerdict } from './hold.ts';

/** The gate gives up a socket after four seconds; Chromium holds back for five what a page opens whose sockets fail. */
const REFUSED_MS = 10_000;
/** Pages are untrusted: a loop must not fill memory. Beyond it, every socket is refused until some are forgotten. */
const MOST_REFUSED = 200;

interface Refused {
  verdict: HoldVerdict;
  until: number;
}

export class Handshakes {
  readonly #now: () => number;
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #refused = new Map<string, Refused>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param judge of this socket; what the page gave up is no refusal. A judgement that fails counts as one. */
  async inTurn(address: string, judge: () => Promise<HoldVerdict>): Promise<HoldVerdict> {
    const before = this.#last.get(address);
    const own = (async () => {
      await before?.catch(() => undefined);
      return this.#barred(address) ?? this.#judged(address, judge);
    })();
    this.#last.set(address, own);
    try {
      return await own;
    } finally {
      if (this.#last.get(address) === own) this.#last.delete(address);
    }
  }

  async #judged(address: string, judge: () => Promise<HoldVerdict>): Promise<HoldVerdict> {
    let verdict: HoldVerdict = { verdict: 'refuse', code: 'failed' };
    try {
      verdict = await judge();
      return verdict;
    } finally {
      const isRefused = verdict.verdict === 'refuse' && verdict.code !== 'withdrawn';
      if (isRefused) this.#refused.set(address, { verdict, until: this.#now() + REFUSED_MS });
    }
  }

  #barred(address: string): HoldVerdict | null {
    const now = this.#now();
    for (const [each, { until }] of this.#refused) if (until <= now) this.#refused.delete(each);
    const one = this.#refused.size < MOST_REFUSED ? this.#refused.get(address) : [...this.#refused.values()].at(-1);
    return one?.verdict ?? null;
  }
}
