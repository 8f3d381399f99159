/** What the endpoint counts about itself, for Prometheus. Names of routes and connectors only: no tenant, no person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { IngestResponse } from '../lib/sync/api.ts';
import type { RunningConnector } from './connectors/running-connector.ts';
import { connectorRows, countConnectorDeadLetters } from './store/connectors.ts';
import { logState } from './store/directory.ts';
import { fedAt, feedSize } from './store/feed.ts';
import type { Store } from './store/open.ts';
import { VERSION } from './version.ts';

export interface Metrics {
  request(method: string, route: string, status: number, seconds: number): void;
  /** A batch of records was answered. */
  taken(response: Pick<IngestResponse, 'accepted' | 'duplicates' | 'rejected'>, seconds: number): void;
  /** A connector has tried. */
  delivery(connector: string, outcome: 'delivered' | 'later' | 'aside', entries: number, seconds: number): void;
  /** Everything, in Prometheus' text form. */
  read(): Promise<{ type: string; text: string }>;
}

export interface Measured {
  store: Store;
  connectors: readonly RunningConnector[];
  now(): number;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const RECORDS = [1, 10, 50, 100, 500, 1_000, 5_000];

export function createMetrics(measured: Measured): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  new Gauge({ name: 'sluice_info', help: 'The running version', labelNames: ['version'], registers }).set(
    { version: VERSION },
    1,
  );
  const requests = new Histogram({
    name: 'sluice_http_request_duration_seconds',
    help: 'Requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const records = new Counter({
    name: 'sluice_records_total',
    help: 'Records sent by devices: accepted, duplicate, rejected',
    labelNames: ['outcome'],
    registers,
  });
  const rejections = new Counter({
    name: 'sluice_records_rejected_total',
    help: 'Records that were refused, by reason',
    labelNames: ['reason'],
    registers,
  });
  const batches = new Histogram({
    name: 'sluice_ingest_batch_records',
    help: 'Records in a batch',
    buckets: RECORDS,
    registers,
  });
  const ingest = new Histogram({
    name: 'sluice_ingest_duration_seconds',
    help: 'From a read batch to its receipt',
    buckets: SECONDS,
    registers,
  });
  const deliveries = new Histogram({
    name: 'sluice_connector_delivery_duration_seconds',
    help: 'Attempts to deliver, by what came of them',
    labelNames: ['connector', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const delivered = new Counter({
    name: 'sluice_connector_entries_total',
    help: 'Entries that were sent, by what came of them',
    labelNames: ['connector', 'outcome'],
    registers,
  });
  const fromStore = storeGauges(registers);
  return {
    request: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    taken({ accepted, duplicates, rejected }, seconds) {
      records.inc({ outcome: 'accepted' }, accepted);
      records.inc({ outcome: 'duplicate' }, duplicates);
      records.inc({ outcome: 'rejected' }, rejected.length);
      for (const { code } of rejected) rejections.inc({ reason: code });
      batches.observe(accepted + duplicates + rejected.length);
      ingest.observe(seconds);
    },
    delivery(connector, outcome, entries, seconds) {
      deliveries.observe({ connector, outcome }, seconds);
      delivered.inc({ connector, outcome }, entries);
    },
    async read() {
      await fromStore(measured);
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}

/** What is asked for when somebody looks. Without a database these are absent, and `sluice_database_up` is 0. */
function storeGauges(registers: Registry[]): (measured: Measured) => Promise<void> {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const up = gauge('sluice_database_up', 'Whether the database answers');
  const connections = gauge('sluice_database_connections', 'Connections of this node', ['state']);
  const pending = gauge('sluice_log_pending_records', 'Records that are taken and not yet in the log');
  const checkpoint = gauge('sluice_log_checkpoint_timestamp_seconds', 'When the newest checkpoint was made');
  const lag = gauge('sluice_connector_lag_entries', 'Entries that the receiver does not have yet', ['connector']);
  const age = gauge('sluice_connector_lag_seconds', 'Age of the oldest of them', ['connector']);
  const aside = gauge('sluice_connector_dead_letters', 'Entries that the receiver refuses', ['connector']);
  const paused = gauge('sluice_connector_paused', 'Whether somebody has paused it', ['connector']);
  const failures = gauge('sluice_connector_failures', 'Failed attempts since the last success', ['connector']);
  return async ({ store, connectors, now }) => {
    for (const each of [connections, pending, checkpoint, lag, age, aside, paused, failures]) each.reset();
    for (const [state, count] of Object.entries(store.connections() ?? {})) connections.set({ state }, count);
    try {
      const log = await logState(store.directory);
      pending.set(log.pending);
      if (log.checkpointAt !== null) checkpoint.set(log.checkpointAt / 1000);
      for (const state of await connectorStates(store, connectors, now())) {
        const { connector } = state;
        lag.set({ connector }, state.lag);
        age.set({ connector }, state.ageMs / 1000);
        aside.set({ connector }, state.aside);
        paused.set({ connector }, state.isPaused ? 1 : 0);
        failures.set({ connector }, state.failures);
      }
      up.set(1);
    } catch {
      up.set(0);
    }
  };
}

export async function connectorStates(store: Pick<Store, 'of'>, connectors: readonly RunningConnector[], now: number) {
  const states = [];
  for (const tenant of new Set(connectors.map((connector) => connector.tenant))) {
    const db = store.of(tenant, 'feed');
    const [rows, aside, size] = [
      await connectorRows(db, tenant),
      await countConnectorDeadLetters(db, tenant),
      await feedSize(db, tenant),
    ];
    for (const { name } of connectors.filter((connector) => connector.tenant === tenant)) {
      const row = rows.get(name);
      if (row === undefined) continue;
      const since = await fedAt(db, tenant, row.position);
      states.push({
        connector: name,
        row,
        size,
        lag: size - row.position,
        ageMs: since === null ? 0 : Math.max(0, now - since),
        aside: aside.get(name) ?? 0,
        isPaused: row.is_paused,
        failures: row.failures,
      });
    }
  }
  return states;
}
