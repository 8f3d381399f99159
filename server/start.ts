/** Starts an endpoint from its settings: store, preparation, HTTP server; and stops it without losing a request. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { createAttemptLimit } from './auth/attempt-limit.ts';
import { createProvider } from './auth/oidc/provider.ts';
import type { EndpointConfig } from './config.ts';
import type { ConnectorSettings } from './connectors/connector-settings.ts';
import { createConnector } from './connectors/running-connector.ts';
import type { AppDeps } from './deps.ts';
import { collectEvidence, writeEvidence } from './evidence/export.ts';
import { createHub } from './hub.ts';
import { sodiumCheck } from './ingest/ed25519.ts';
import { createIngest } from './ingest/ingest.ts';
import { createRates } from './ingest/rates.ts';
import { loadSigner, type Signer } from './ingest/signer.ts';
import { startConnectors } from './jobs/connectors.ts';
import { startPrivacyJob } from './jobs/privacy.ts';
import { sequenceAll, startSequencer } from './jobs/sequencer.ts';
import { createLog, describeError, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createMetricsServer } from './metrics-server.ts';
import { createNews } from './news.ts';
import { type NewSecrets, prepare } from './prepare.ts';
import { loadPrivacyKey } from './privacy/load-key.ts';
import { createPrivacy, type Privacy } from './privacy/privacy.ts';
import { openStore, type Store } from './store/open.ts';
import { settlePrivacy } from './store/privacy-state.ts';
import { adoptDevices } from './store/subjects.ts';

const QUARTER_HOUR_MS = 15 * 60 * 1000;
/** Requests that are still running when the server stops get this long. */
const GRACE_MS = 5_000;
const SWEEP_MS = 50;
/** A client that has not sent its request by then holds a connection for nothing. */
const REQUEST_WITHIN_MS = 60_000;

export interface RunningEndpoint {
  /** `http://127.0.0.1:8787`, without a slash at the end. */
  url: string;
  /** Of the metrics' own port; null when there is none. */
  metricsUrl: string | null;
  /** Made at this start because the settings had none; null when there was one. */
  secrets: NewSecrets;
  /** Write an evidence pack of the tenant's records as files under a folder. */
  writeEvidence(folder: string): Promise<void>;
  /** Finish what is running, then stop. */
  close(): Promise<void>;
}

/** Rejects when the database cannot be opened or an address is taken. */
export async function startEndpoint(
  config: EndpointConfig,
  log: Log = createLog(),
  connectors: readonly ConnectorSettings[] = [],
): Promise<RunningEndpoint> {
  const store: Store = await openStore(config.database, (error) =>
    log('warn', 'connection_lost', describeError(error)),
  );
  try {
    if (sodiumCheck === null)
      log('warn', 'signatures_checked_by_node', { platform: process.platform, arch: process.arch });
    const secrets = await prepare(store.of(config.tenant, 'access'), config, log, Date.now());
    const privacy = await preparePrivacy(config, store);
    let isStopping = false;
    const deps = createDeps(config, store, privacy, log, connectors, () => isStopping);
    const server = createAdaptorServer({ fetch: createApp(deps).fetch }) as Server;
    server.requestTimeout = REQUEST_WITHIN_MS;
    const port = await listen(server, config);
    const { port: metricsPort, host: metricsHost, token } = config.metrics;
    const metricsServer = metricsPort === null ? null : createMetricsServer(deps.metrics, token);
    const metricsAt = metricsServer && (await listen(metricsServer, { port: metricsPort!, host: metricsHost }));
    const sequencer = startSequencer(deps);
    const delivering = await startConnectors(deps);
    const keeping = startPrivacyJob(deps);
    const close = async () => {
      isStopping = true;
      deps.hub.close();
      await stop(server);
      await keeping.stop();
      await sequencer.stop();
      // What was taken until now stands in the log before anybody can ask again.
      await sequenceAll(deps);
      await delivering.stop();
      if (metricsServer !== null) await stop(metricsServer);
      await deps.news.close();
      await store.close();
    };
    return {
      url: urlOf(config.host, port),
      metricsUrl: metricsAt === null ? null : `${urlOf(metricsHost, metricsAt)}/metrics`,
      secrets,
      writeEvidence: (folder) => exportTo(folder, deps),
      close,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const urlOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

async function preparePrivacy({ tenant, privacy: settings }: EndpointConfig, store: Store): Promise<Privacy> {
  const privacy = createPrivacy(store, await loadPrivacyKey(settings.key), settings);
  if (
    !(await settlePrivacy(
      store.of(tenant, 'privacy'),
      tenant,
      privacy.keys.of(tenant),
      settings.councilMode,
      Date.now(),
    ))
  ) {
    throw new Error('PRIVACY_KEY is not the key that this database was used with');
  }
  await adoptDevices(store, privacy.keys.of);
  return privacy;
}

function createDeps(
  config: EndpointConfig,
  store: Store,
  privacy: Privacy,
  log: Log,
  settings: readonly ConnectorSettings[],
  isStopping: () => boolean,
): AppDeps {
  const { tenant, policyRootKeys, publicOrigin, trustProxy, consoleFolder } = config;
  const connectors = settings.map((each) => createConnector(each, { tenant, publicOrigin }));
  const limit = (max: number) => createAttemptLimit(max, QUARTER_HOUR_MS, Date.now);
  const signerOf = createSignerCache(store);
  const hub = createHub();
  const news = createNews({ store, hub, log, names: privacy.names });
  return {
    store,
    tenant,
    signerOf,
    ingest: createIngest({ store, signerOf, now: Date.now, onTaken: news.tell }),
    hub,
    news,
    log,
    privacy,
    metrics: createMetrics({ store, connectors, now: Date.now }),
    connectors,
    isStopping,
    now: Date.now,
    limits: { signIn: limit(5), signInAddress: limit(30), enrol: limit(100), deviceSignIn: limit(20) },
    rates: createRates(Date.now),
    policyRootKeys,
    publicOrigin,
    trustProxy,
    provider: config.oidc && createProvider(config.oidc),
    browserSignIn: config.browserSignIn,
    localSignIn: config.localSignIn,
    scrapeToken: config.metrics.token,
    consoleFolder,
  };
}

/** A tenant's key never changes, so it is read once. A failed read is not remembered. */
export function createSignerCache(store: Store): (tenant: string) => Promise<Signer> {
  const signers = new Map<string, Signer>();
  return async (tenant) => {
    const known = signers.get(tenant) ?? (await loadSigner(store.of(tenant, 'access'), tenant, Date.now()));
    signers.set(tenant, known);
    return known;
  };
}

async function exportTo(folder: string, { store, tenant, signerOf, policyRootKeys, now }: AppDeps): Promise<void> {
  const request = { tenant, signer: await signerOf(tenant), policyRootKeys, created: now() };
  const files = await collectEvidence(store, request);
  if (files === null) throw new Error('too many records for one evidence pack');
  await writeEvidence(files, folder);
}

function listen(server: Server, { host, port }: Pick<EndpointConfig, 'host' | 'port'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stop(server: Server): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive becomes idle only when its last request is done.
  const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await stopped;
  clearInterval(sweeping);
  clearTimeout(impatience);
}
