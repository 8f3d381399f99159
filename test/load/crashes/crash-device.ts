/** A browser profile with the real writer, enrolment, shipping and witness, which remembers what it was promised. */
import { randomUUID } from 'node:crypto';
import { buildTamperSuspected } from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import { countStates, reclaimSending } from '../../../lib/records/outbox.ts';
import { type ShipResult, ship } from '../../../lib/records/ship.ts';
import type { Writer } from '../../../lib/records/writer.ts';
import { clearMeta } from '../../../lib/storage/meta.ts';
import { ensureEnrolled, ensureIdentity } from '../../../lib/sync/enrol.ts';
import { createNet } from '../../../lib/sync/net.ts';
import { witness } from '../../../lib/sync/witness.ts';
import { AGENT, FakeDevice } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { TENANT, TOKEN } from './bench.ts';

const SETTLED_WITHIN_MS = 90_000;
/** Small batches, so that many of them are cut. */
const LIMITS = { maxLines: 7, maxBytes: 1_048_576 };

export class CrashDevice {
  readonly profile = new FakeDevice();
  readonly url: string;
  /** Device clock minus this machine's, milliseconds. */
  skew = 0;
  writer: Writer;
  /** Hash and text of all that was ever held by a receipt, by hash. */
  readonly acknowledged = new Map<string, string>();
  /** Hashes of all that was ever written down. */
  readonly written = new Set<string>();
  /** Appends that failed. */
  refused = 0;
  /** Rounds that did not get through. */
  failed = 0;

  private constructor(url: string) {
    this.url = url;
    this.writer = this.profile.startWorker({ now: this.#now });
  }

  /** A device that has its key. @param url The endpoint, or what stands in front of it. */
  static async create(url: string): Promise<CrashDevice> {
    const device = new CrashDevice(url);
    await ensureIdentity(device.#ports, TENANT);
    return device;
  }

  readonly #now = () => Math.max(0, Date.now() + this.skew);

  get #ports() {
    const { db, locks } = this.profile;
    return {
      db,
      net: createNet({ fetch, timeoutSignal: (ms) => AbortSignal.timeout(ms) }),
      now: this.#now,
      random: Math.random,
      locks: locks.locks,
      randomUuid: randomUUID,
      writer: this.writer,
      agent: () => AGENT,
      limits: LIMITS,
    };
  }

  /** The device's own chain. */
  async chain(): Promise<string> {
    const identity = await this.profile.db.identity.get('device');
    if (identity === undefined) throw new Error('this device has no key yet');
    return identity.chain;
  }

  async write(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const appended = await this.writer.append(buildDecision(sampleFacts()));
      if (appended.ok) this.written.add(appended.hash);
      else this.refused += 1;
    }
  }

  /** What the background does at each round: enrol, ship, look at the log. Resolves to how shipping ended. */
  async round(): Promise<ShipResult | null> {
    const { db } = this.profile;
    // As if the wait after a failure were over.
    await clearMeta(db, 'backoff.records', 'backoff.enrol');
    const enrolled = await ensureEnrolled(this.#ports, { endpoint: this.url, tenant: TENANT, token: TOKEN });
    if (!enrolled.ok) {
      this.failed += 1;
      return null;
    }
    await reclaimSending(db);
    let result: ShipResult;
    do {
      result = await ship(this.#ports);
      await this.#remember();
    } while (result.ok && result.state === 'shipped' && result.more);
    if (!result.ok) this.failed += 1;
    if (!result.ok && result.code === 'receipt_invalid') {
      await this.writer.append(buildTamperSuspected({ code: 'receipt_invalid', detail: result.detail }));
    }
    const seen = await witness(this.#ports, enrolled.enrolment);
    if (seen.outcome === 'fault' && seen.isNew) {
      await this.writer.append(buildTamperSuspected({ code: seen.code, detail: null }));
    }
    return result;
  }

  /** Rounds until everything is delivered, however often they fail. */
  async settle(): Promise<void> {
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    let last: ShipResult | null = null;
    while (Date.now() < deadline) {
      last = await this.round();
      const { queued, sending } = await countStates(this.profile.db);
      if (queued + sending === 0 && this.acknowledged.size > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`records are still waiting: ${JSON.stringify(last)}`);
  }

  async #remember(): Promise<void> {
    const rows = await this.profile.db.records.toArray();
    for (const { state, hash, text } of rows) if (state === 'acknowledged') this.acknowledged.set(hash, text);
  }
}
