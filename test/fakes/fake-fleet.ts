import { randomUUID } from 'node:crypto';
import type { RecordDraft } from '../../lib/records/record.ts';
import { type ShipPorts, ship } from '../../lib/records/ship.ts';
import { type EnrolConfig, type EnrolPorts, ensureEnrolled } from '../../lib/sync/enrol.ts';
import { AGENT, FakeDevice, HEARTBEAT } from './fake-device.ts';
import { FakeEndpoint } from './fake-endpoint.ts';

/** A device and the endpoint it talks to, with one clock for both. */
export class FakeFleet {
  readonly device = new FakeDevice();
  readonly endpoint: FakeEndpoint;

  private constructor(endpoint: FakeEndpoint) {
    this.endpoint = endpoint;
    endpoint.now = () => this.device.now;
  }

  static async start(): Promise<FakeFleet> {
    return new FakeFleet(await FakeEndpoint.start(() => 0));
  }

  static async enrolled(): Promise<FakeFleet> {
    const fleet = await FakeFleet.start();
    const result = await fleet.enrol();
    if (!result.ok) throw new Error(result.code);
    return fleet;
  }

  get config(): EnrolConfig {
    return { endpoint: this.endpoint.url, tenant: this.device.tenant, token: 'right' };
  }

  enrol(config: Partial<EnrolConfig> = {}, ports: Partial<EnrolPorts> = {}) {
    const { device, endpoint } = this;
    const all: EnrolPorts = {
      db: device.db,
      locks: device.locks.locks,
      net: endpoint.net,
      writer: device.startWorker(),
      now: () => device.now,
      random: () => 1,
      randomUuid: randomUUID,
      agent: () => AGENT,
      ...ports,
    };
    return ensureEnrolled(all, { ...this.config, ...config });
  }

  ship(ports: Partial<ShipPorts> = {}) {
    const { device, endpoint } = this;
    return ship({ db: device.db, net: endpoint.net, now: () => device.now, random: () => 1, ...ports });
  }

  async write(count: number, draft: RecordDraft = HEARTBEAT): Promise<void> {
    const worker = this.device.startWorker();
    for (let index = 0; index < count; index++) await worker.append(draft);
  }

  async states(): Promise<string[]> {
    return (await this.device.rows()).map(({ state }) => state);
  }
}
