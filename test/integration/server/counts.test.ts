// Counts that are kept are what counting again would find, whatever came and went.
import '../../seed.ts';
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildEffect } from '../../../lib/records/build.ts';
import { runRetention } from '../../../server/jobs/privacy.ts';
import { sequenceAll } from '../../../server/jobs/sequencer.ts';
import { KEEP_EVERYTHING } from '../../../server/privacy/retention-profile.ts';
import { eraseSubject } from '../../../server/store/erase-subject.ts';
import { countAgain } from '../../../server/store/migrations/015-counts.ts';
import { setRetention } from '../../../server/store/retention.ts';
import { countDecisions, windowOf } from '../../../server/store/summary.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import type { SignedDevice, SignedRecord } from './signed-device.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

const HOUR = 3_600_000;
const NODE = '00000000-0000-4000-8000-000000000001';
const APPS = ['chatgpt', 'claude', 'gemini'] as const;
const ACTIONS = ['allow', 'warn', 'redact', 'block'] as const;

const decision = fc.record({
  app: fc.constantFrom(...APPS),
  action: fc.constantFrom(...ACTIONS),
  isEmpty: fc.boolean(),
  hasEffect: fc.boolean(),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ send: fc.array(fc.array(decision, { maxLength: 4 }), { maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ retain: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ again: true }) },
  { weight: 1, arbitrary: fc.record({ forget: fc.nat(2) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Made = typeof decision extends fc.Arbitrary<infer T> ? T : never;

describe.each(DATABASES)('kept counts on %s', (kind) => {
  const store = testStore(kind);

  it('are what counting again finds, after any order of sending, sending twice, retention and erasure', async () => {
    const seen = { counted: 0, gone: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const world = await World.create(await TestEndpoint.create(store()));
        for (const each of [...steps, { retain: 1 }]) {
          await world.take(each);
          const again = await world.countedAgain();
          expect(await world.kept()).toEqual(again);
          seen.counted += again.length;
        }
        seen.gone += world.gone;
      }),
      { numRuns: 6 },
    );
    // The control: there was something to count, and something went.
    expect(Math.min(seen.counted, seen.gone)).toBeGreaterThan(0);
  }, 120_000);

  it('are made for the decisions that were there before them', async () => {
    const { endpoint, kept } = await World.create(await TestEndpoint.create(store())).then(async (world) => {
      await world.take({ send: [[{ app: 'claude', action: 'warn', isEmpty: false, hasEffect: true }]] });
      return { endpoint: world.endpoint, kept: () => world.kept() };
    });
    const before = await kept();
    await endpoint.db.deleteFrom('decision_counts').execute();
    expect(await kept()).toEqual([]);
    await endpoint.db.transaction().execute((trx) => countAgain(trx as unknown as Kysely<unknown>));
    expect(await kept()).toEqual(before);
    expect(before).toHaveLength(4);
  });

  it('are those of the hours of a window, and of one tenant', async () => {
    const world = await World.create(await TestEndpoint.create(store()));
    const { endpoint } = world;
    const told = async (hours: number) =>
      (await countDecisions(store().of(endpoint.tenant), endpoint.tenant, windowOf(hours, endpoint.now))).byApp;
    await world.take({ send: [[{ app: 'claude', action: 'allow', isEmpty: true, hasEffect: false }]] });
    endpoint.now += 30 * HOUR;
    await world.take({ send: [[], [{ app: 'gemini', action: 'allow', isEmpty: true, hasEffect: false }]] });
    expect(await told(24)).toEqual([{ app: 'gemini', decisions: 1 }]);
    expect(await told(7 * 24)).toEqual([
      { app: 'claude', decisions: 1 },
      { app: 'gemini', decisions: 1 },
    ]);
  });
});

class World {
  readonly endpoint: TestEndpoint;
  readonly devices: SignedDevice[];
  /** Records that went by retention. */
  gone = 0;
  #last: [SignedDevice, SignedRecord[]][] = [];

  private constructor(endpoint: TestEndpoint, devices: SignedDevice[]) {
    this.endpoint = endpoint;
    this.devices = devices;
  }

  static async create(endpoint: TestEndpoint): Promise<World> {
    const devices = [await endpoint.enrolled(), await endpoint.enrolled(), await endpoint.enrolled()];
    return new World(endpoint, devices);
  }

  async take(step: Step): Promise<void> {
    const { endpoint, devices } = this;
    if ('wait' in step) endpoint.now += step.wait * HOUR;
    else if ('retain' in step) await this.#retain(step.retain);
    else if ('forget' in step) await this.#forget(devices[step.forget]!);
    else if ('send' in step) {
      this.#last = [];
      for (const [index, decisions] of step.send.entries()) {
        const device = devices[index]!;
        if (decisions.length > 0) this.#last.push([device, await recordsOf(device, decisions)]);
      }
      await this.#send();
    } else await this.#send();
  }

  /** All devices at the same moment, as they come. */
  async #send(): Promise<void> {
    await Promise.all(this.#last.map(([device, records]) => this.endpoint.send(device, records)));
  }

  async #retain(days: number): Promise<void> {
    const { deps, tenant, now: at } = this.endpoint;
    const profile = { ...KEEP_EVERYTHING, records: { ...KEEP_EVERYTHING.records, decision: days, effect: days } };
    await setRetention(store(deps), { tenant, proposal: crypto.randomUUID(), at }, profile);
    await sequenceAll(deps);
    this.gone += (await runRetention(deps, tenant, NODE)) ?? 0;
  }

  async #forget({ device }: SignedDevice): Promise<void> {
    const { deps, tenant, now: at, db } = this.endpoint;
    const link = db.selectFrom('subject_devices').select('subject').where('device', '=', device);
    const subject = (await link.where('subject', 'is not', null).executeTakeFirst())?.subject;
    if (subject == null) return;
    const keys = deps.privacy.keys.of(tenant);
    await store(deps)
      .transaction()
      .execute((trx) => eraseSubject(trx, keys, { tenant, subject, at }));
  }

  async kept(): Promise<unknown[]> {
    return this.#ask(sql`select hour, dimension, name, sum(count)::int as count from decision_counts
      where tenant = ${this.endpoint.tenant} group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`);
  }

  /** In another way than the database does it when it keeps them. */
  async countedAgain(): Promise<unknown[]> {
    const each = (dimension: string, name: string, from = 'decisions') => `select
        floor(received_at / ${HOUR}.0)::bigint * ${HOUR} as hour, '${dimension}' as dimension, ${name} as name, tenant
      from ${from}`;
    const every = [
      each('action', 'action'),
      each('app', 'app'),
      each('class', 'class', 'decisions cross join jsonb_object_keys(classes) class'),
    ].join(' union all ');
    return this.#ask(sql`select hour, dimension, name, count(*)::int as count from (${sql.raw(every)}) every
      where tenant = ${this.endpoint.tenant} group by 1, 2, 3 order by 1, 2, 3`);
  }

  async #ask(query: ReturnType<typeof sql>): Promise<unknown[]> {
    return (await query.execute(this.endpoint.db)).rows;
  }
}

const store = ({ store: of, tenant }: TestEndpoint['deps']) => of.of(tenant, 'privacy');

async function recordsOf(device: SignedDevice, decisions: readonly Made[]): Promise<SignedRecord[]> {
  const { prompt, input, decision: decided, classification } = sampleFacts();
  const records: SignedRecord[] = [];
  for (const { app, action, isEmpty, hasEffect } of decisions) {
    const made = await device.decision({
      prompt: { ...prompt, app },
      input: { ...input, app, ...(isEmpty ? { findings: [] } : {}) },
      classification: isEmpty ? { ...classification, findings: [] } : classification,
      decision: { ...decided, action, ...(isEmpty ? { redact: [], rules: [], decisive: null } : {}) },
      userChoice: null,
      redactions: new Map(),
    });
    records.push(made);
    const effect = { decisionId: made.id, state: 'as_decided', observedBy: 'fetch', agreement: 'agree' } as const;
    if (hasEffect) records.push(await device.next(buildEffect(effect)));
  }
  return records;
}
