import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ShippedRecord } from '../../../lib/sync/api.ts';
import { type IngestResponse, ingestResponse } from '../../../lib/sync/api.ts';
import { createApp } from '../../../server/app.ts';
import { createAttemptLimit } from '../../../server/auth/attempt-limit.ts';
import { hashPassword } from '../../../server/auth/password.ts';
import { ROLES } from '../../../server/auth/permissions.ts';
import { createSecret, hashSecret } from '../../../server/auth/secret.ts';
import type { AppDeps } from '../../../server/deps.ts';
import { createHub } from '../../../server/hub.ts';
import { createIngest } from '../../../server/ingest/ingest.ts';
import { createRates } from '../../../server/ingest/rates.ts';
import { createMetrics } from '../../../server/metrics.ts';
import { createNews } from '../../../server/news.ts';
import { createPrivacy, type PrivacySettings } from '../../../server/privacy/privacy.ts';
import { createSignerCache } from '../../../server/start.ts';
import { putEnrolmentToken } from '../../../server/store/enrolment.ts';
import { type OpenedStore, openStore } from '../../../server/store/open.ts';
import { setReviewer } from '../../../server/store/people.ts';
import { createSession } from '../../../server/store/sessions.ts';
import { copyNewDatabase, newPostgresDatabase } from '../made-once.ts';
import { batch, SignedDevice } from './signed-device.ts';

export const DATABASES = ['PGlite', 'PostgreSQL'] as const;

/** An open store and how to get rid of it. */
export async function openTestStore(
  kind: (typeof DATABASES)[number],
): Promise<{ store: OpenedStore; remove(): Promise<void> }> {
  if (kind === 'PGlite') {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-store-'));
    await copyNewDatabase(folder);
    const store = await openStore({ kind: 'pglite', folder });
    return {
      store,
      async remove() {
        await store.close();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  }
  const store = await openStore({ kind: 'postgres', url: await newPostgresDatabase() });
  return { store, remove: () => store.close() };
}

/** A store for the tests that follow: opened before the first, gone after the last. */
export function testStore(kind: (typeof DATABASES)[number]): () => OpenedStore {
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  beforeAll(async () => {
    opened = await openTestStore(kind);
  });
  afterAll(() => opened.remove());
  return () => opened.store;
}

export const ENROLMENT_TOKEN = 'an enrolment token';
export const PASSWORD = 'correct horse battery';
const passwordHash = hashPassword(PASSWORD);

export const PRIVACY_KEY = new Uint8Array(32).fill(7);
export const PRIVACY: PrivacySettings = { period: 'quarter', usableMs: 3_600_000, minGroup: 5, councilMode: false };

/** The whole endpoint without a socket, with a tenant of its own and a clock that a test can set. */
export class TestEndpoint {
  readonly tenant = `tenant-${randomUUID()}`;
  readonly logged: string[] = [];
  readonly deps: AppDeps;
  readonly app: ReturnType<typeof createApp>;
  /** Every tenant's rows, whatever the endpoint itself may see. */
  readonly db: OpenedStore['owner'];
  now = Date.now();
  cookie = '';

  private constructor(store: OpenedStore, changes: Partial<AppDeps>) {
    this.db = store.owner;
    const now = () => this.now;
    const limit = (max: number) => createAttemptLimit(max, 60_000, now);
    const signerOf = createSignerCache(store);
    const hub = createHub();
    const log: AppDeps['log'] = (level, code, fields) => this.logged.push(JSON.stringify({ level, code, ...fields }));
    const privacy = createPrivacy(store, PRIVACY_KEY, PRIVACY);
    const news = createNews({ store, hub, log, names: privacy.names });
    this.deps = {
      store,
      tenant: this.tenant,
      signerOf,
      ingest: createIngest({ store, signerOf, now, onTaken: news.tell }),
      hub,
      news,
      log,
      privacy,
      metrics: createMetrics({ store, connectors: changes.connectors ?? [], now }),
      connectors: [],
      isStopping: () => false,
      now,
      limits: { signIn: limit(5), signInAddress: limit(30), enrol: limit(100), deviceSignIn: limit(20) },
      rates: createRates(now),
      policyRootKeys: [],
      publicOrigin: null,
      trustProxy: false,
      provider: null,
      browserSignIn: true,
      localSignIn: true,
      scrapeToken: null,
      consoleFolder: '/nowhere',
      ...changes,
    };
    this.app = createApp(this.deps);
  }

  static async create(store: OpenedStore, changes: Partial<AppDeps> = {}): Promise<TestEndpoint> {
    const endpoint = new TestEndpoint(store, changes);
    const { tenant, now } = endpoint;
    await putEnrolmentToken(store.of(tenant, 'access'), { tenant, hash: hashSecret(ENROLMENT_TOKEN) }, now);
    return endpoint;
  }

  request(
    method: string,
    path: string,
    body?: BodyInit | object,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ) {
    const isJson = body !== undefined && typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype;
    return this.app.request(path, {
      method,
      headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
      ...(signal === undefined ? {} : { signal }),
      // Asked for when the body is a stream.
      ...{ duplex: 'half' },
    });
  }

  async enrolled(): Promise<SignedDevice> {
    const device = await SignedDevice.create(this.tenant);
    await this.enrol(device);
    return device;
  }

  /** For the first time, or again when its certificate has ended. */
  async enrol(device: SignedDevice): Promise<void> {
    const answer = await this.request('POST', '/v1/enrol', device.enrolRequest(ENROLMENT_TOKEN));
    if (answer.status !== 200) throw new Error(await answer.text());
    device.token = (await answer.json()).deviceToken;
  }

  post(device: SignedDevice, body: BodyInit, headers: Record<string, string> = {}) {
    return this.request('POST', '/v1/records', body, { authorization: `Bearer ${device.token}`, ...headers });
  }

  /** Send a batch that is answered with 200. */
  async send(device: SignedDevice, records: (ShippedRecord | string)[]): Promise<IngestResponse> {
    const answer = await this.post(device, batch(records));
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return ingestResponse.parse(await answer.json());
  }

  /** A session of the admin, without the time that it takes to check a password. */
  async signIn(): Promise<void> {
    const { tenant, now } = this;
    const db = await this.#putAdmin();
    const token = createSecret();
    await createSession(db, { tokenHash: hashSecret(token), tenant, reviewer: 'admin', agent: '' }, now);
    this.cookie = `sluice_session=${token}`;
  }

  /** The same by the way that people take. */
  async signInByPassword(): Promise<void> {
    await this.#putAdmin();
    const answer = await this.trySignIn(PASSWORD);
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async #putAdmin() {
    const db = this.deps.store.of(this.tenant, 'access');
    const admin = { tenant: this.tenant, name: 'admin', roles: ROLES, passwordHash: await passwordHash };
    await setReviewer(db, admin, this.now);
    return db;
  }

  trySignIn(password: string, headers: Record<string, string> = { 'x-sluice': '1' }) {
    return this.request('POST', '/v1/session', { user: 'admin', password, tenant: this.tenant }, headers);
  }

  /** As the signed-in reviewer, from our own pages. */
  as(method: string, path: string, body?: object) {
    return this.request(method, path, body, { cookie: this.cookie, 'x-sluice': '1' });
  }

  async get(path: string) {
    const answer = await this.as('GET', path);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  records() {
    return this.db.selectFrom('records').selectAll().where('tenant', '=', this.tenant).orderBy('seq').execute();
  }

  deadLetters() {
    return this.db.selectFrom('dead_letters').selectAll().where('tenant', '=', this.tenant).orderBy('id').execute();
  }

  incidents() {
    return this.db.selectFrom('incidents').selectAll().where('tenant', '=', this.tenant).orderBy('id').execute();
  }
}
