/** Keeps the feed filled and every connector going, each at its own pace. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DeliveryState, deliverOnce, type Turn } from '../connectors/deliver.ts';
import type { RunningConnector } from '../connectors/running-connector.ts';
import type { AppDeps } from '../deps.ts';
import { describeError } from '../log.ts';
import { addConnector, releaseConnector } from '../store/connectors.ts';
import { feedSize, fillFeed } from '../store/feed.ts';
import type { Job } from './sequencer.ts';

/** Between two looks at a feed or a connector that has nothing to do. */
const REST_MS = 1_000;
/** A delivery under way when the endpoint stops gets this long. It is repeated later if it was cut short. */
const GRACE_MS = 4_000;

type Deps = Pick<AppDeps, 'privacy' | 'store' | 'log' | 'now' | 'metrics' | 'connectors'>;

/** Rejects when the database cannot be asked where the connectors stand. */
export async function startConnectors(deps: Deps, restMs = REST_MS): Promise<Job> {
  const node = randomUUID();
  const stopping = new AbortController();
  const cutting = new AbortController();
  const tenants = [...new Set(deps.connectors.map(({ tenant }) => tenant))];
  for (const { tenant, name, startAt } of deps.connectors) {
    const db = deps.store.of(tenant, 'feed');
    await fillFeed(db, tenant, deps.now());
    const position = startAt === 'now' ? await feedSize(db, tenant) : 0;
    await addConnector(db, tenant, name, position);
  }
  const rest = () => sleep(restMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
  const loops = [
    ...tenants.map(async (tenant) => {
      while (!stopping.signal.aborted) {
        const added = await guarded(deps, 'feed', () => fillFeed(deps.store.of(tenant, 'feed'), tenant, deps.now()), 0);
        if (added === 0) await rest();
      }
    }),
    ...deps.connectors.map(async (connector) => {
      const turn = createTurn(deps, connector, node, cutting.signal);
      while (!stopping.signal.aborted) {
        const outcome = await guarded<Turn>(deps, connector.name, turn, 'waiting');
        if (outcome !== 'more') await rest();
      }
      const { tenant, name, transport } = connector;
      await releaseConnector(deps.store.of(tenant, 'feed'), tenant, name, node).catch(() => {});
      transport.close();
    }),
  ];
  return {
    async stop() {
      stopping.abort();
      const impatience = setTimeout(() => cutting.abort(), GRACE_MS);
      await Promise.all(loops);
      clearTimeout(impatience);
    },
  };
}

function createTurn(deps: Deps, connector: RunningConnector, node: string, signal: AbortSignal): () => Promise<Turn> {
  const { log, metrics, store, now, privacy } = deps;
  const { tenant, name, transport, teller, limits, only } = connector;
  const state: DeliveryState = { size: limits.entries, asideInARow: 0 };
  let isFailing = false;
  const onAttempt = (outcome: 'delivered' | 'later' | 'aside', entries: number, ms: number, reason: string | null) => {
    metrics.delivery(name, outcome, entries, ms / 1000);
    if (outcome === 'later' && !isFailing) log('warn', 'connector_waits', { connector: name, reason });
    if (outcome === 'aside') log('warn', 'connector_refused', { connector: name, reason, entries });
    if (outcome === 'delivered' && isFailing) log('info', 'connector_recovered', { connector: name });
    if (outcome !== 'aside') isFailing = outcome === 'later';
  };
  const ports = {
    ...{ db: store.of(tenant, 'feed'), tenant, name, node, transport, teller, limits, only, signal },
    ...{ now, random: Math.random, onAttempt, names: privacy.names },
  };
  return () => deliverOnce(ports, state);
}

/** What the database could not do now is done at the next turn. */
async function guarded<T>({ log }: Deps, connector: string, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log('warn', 'connector_failed', { connector, ...describeError(error) });
    return otherwise;
  }
}
