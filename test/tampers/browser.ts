/** A browser profile with the real writer, enrolment and shipping, talking to the real endpoint without a socket. */
import { randomUUID } from 'node:crypto';
import type { RecordDraft } from '../../lib/records/record.ts';
import { ship } from '../../lib/records/ship.ts';
import type { Writer } from '../../lib/records/writer.ts';
import { type ChainMark, moveChainMark } from '../../lib/sync/chain-mark.ts';
import { ensureEnrolled, ensureIdentity } from '../../lib/sync/enrol.ts';
import type { Net } from '../../lib/sync/net.ts';
import { AGENT, FakeDevice, HEARTBEAT } from '../fakes/fake-device.ts';
import { ENROLMENT_TOKEN, type TestEndpoint } from '../integration/server/test-endpoint.ts';

export class Browser {
  readonly device = new FakeDevice();
  readonly writer: Writer;
  readonly #endpoint: TestEndpoint;
  enrolledAt = 0;

  private constructor(endpoint: TestEndpoint) {
    this.#endpoint = endpoint;
    this.device.now = endpoint.now;
    this.writer = this.device.startWorker();
  }

  /** @param mark What is left of an earlier profile, beside its database. */
  static async enrolled(endpoint: TestEndpoint, mark?: ChainMark): Promise<Browser> {
    const browser = new Browser(endpoint);
    if (mark) await browser.marks(mark);
    await browser.enrol();
    return browser;
  }

  get ports() {
    const { device, writer } = this;
    return {
      db: device.db,
      net: this.#net,
      now: () => device.now,
      random: () => 0.5,
      locks: device.locks.locks,
      // Packs sort chains by their ids: this one comes first.
      randomUuid: () => `00000000${randomUUID().slice(8)}`,
      writer,
      agent: () => AGENT,
    };
  }

  /** What a start of the background does before anything is written. */
  async marks(mark: ChainMark): Promise<void> {
    const { chain } = await ensureIdentity(this.ports, this.#endpoint.tenant);
    await moveChainMark({ ...this.ports, mark }, chain);
  }

  async enrol(): Promise<void> {
    const config = { endpoint: 'http://localhost', tenant: this.#endpoint.tenant, token: ENROLMENT_TOKEN };
    const enrolled = await ensureEnrolled(this.ports, config);
    if (!enrolled.ok) throw new Error(enrolled.code);
    this.enrolledAt = enrolled.enrolment.enrolledAt;
  }

  /** The id of a record that was written down. */
  async write(draft: RecordDraft): Promise<string> {
    const appended = await this.writer.append(draft);
    if (!appended.ok) throw new Error(appended.message);
    return appended.id;
  }

  async ship(): Promise<void> {
    for (let more = true; more; ) {
      const shipped = await ship(this.ports);
      if (!shipped.ok) throw new Error(shipped.code);
      more = shipped.state === 'shipped' && shipped.more;
    }
  }

  /** The endpoint takes what there is; this device does not hear its answers. */
  async shipUnheard(): Promise<void> {
    for (let batch = 0; batch < 3; batch++) {
      const net: Net = async (request) => {
        await this.#net(request);
        return { ok: false, code: 'timeout' };
      };
      await ship({ ...this.ports, net });
      await this.device.db.meta.delete('backoff.records');
    }
  }

  /** So many records find the disk full. */
  async loses(count: number): Promise<void> {
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const worker = this.device.startWorker({ sign: full });
    for (let index = 0; index < count; index++) await worker.append(HEARTBEAT);
  }

  readonly #net: Net = async ({ method, url, headers, body }) => {
    const answer = await this.#endpoint.request(method, url.slice('http://localhost'.length), body, headers);
    return { ok: true, status: answer.status, header: (name) => answer.headers.get(name), text: await answer.text() };
  };
}
