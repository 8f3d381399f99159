/** A real endpoint with the built console, devices that enrol and send real records, and a browser in front of it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { DataClass } from '../../../lib/classify/finding.ts';
import { compilePolicy } from '../../../lib/policy/compile.ts';
import type { Action, Choice } from '../../../lib/policy/decision.ts';
import { signEnvelope } from '../../../lib/policy/envelope.ts';
import { buildEffect, buildHeartbeat } from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import type { PolicyRef } from '../../../lib/records/record-fields.ts';
import { ship } from '../../../lib/records/ship.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { ensureEnrolled } from '../../../lib/sync/enrol.ts';
import { createNet } from '../../../lib/sync/net.ts';
import type { EndpointConfig } from '../../../server/config.ts';
import { type ConnectorSettings, parseConnectors } from '../../../server/connectors/connector-settings.ts';
import { startEndpoint } from '../../../server/start.ts';
import { AGENT, FakeDevice } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';
import { launchHeadless } from '../headless.ts';
import { builtConsole, copyNewDatabase } from '../made-once.ts';

export const PASSWORD = 'correct horse battery';
const TOKEN = 'an enrolment token';

/** A webhook as the settings of an endpoint have it. */
export async function webhook(name: string, url: string): Promise<ConnectorSettings> {
  const one = { name, type: 'webhook', url, secret: { env: 'SECRET' } };
  const parsed = await parseConnectors(JSON.stringify({ connectors: [one] }), {
    folder: '/',
    env: { SECRET: 'a secret of the webhook' },
  });
  if (!parsed.ok) throw new Error(parsed.errors.join());
  return parsed.connectors[0]!;
}

/** A running console and what ends it. */
export async function startConsole(connectors: readonly ConnectorSettings[] = []) {
  const consoleFolder = await builtConsole();
  const dataFolder = mkdtempSync(join(tmpdir(), 'sluice-console-data-'));
  await copyNewDatabase(dataFolder);
  const { rootKey, signPolicy } = await policySigner();
  const { digest, envelope } = await signPolicy(3);
  const policyFile = join(dataFolder, 'policy.dsse.json');
  writeFileSync(policyFile, envelope);
  const policyRef: PolicyRef = { id: 'sample', version: 3, digest, channel: 'stable', source: 'endpoint' };
  const config: EndpointConfig = {
    host: '127.0.0.1',
    port: 0,
    database: { kind: 'pglite', folder: dataFolder },
    tenant: 'acme',
    enrolment: { token: TOKEN, expiresAt: null, maxUses: null },
    adminPassword: PASSWORD,
    policyFile,
    sitesFile: null,
    policyRootKeys: [rootKey],
    publicOrigin: null,
    localSignIn: true,
    browserSignIn: true,
    oidc: null,
    trustProxy: false,
    connectorsFile: null,
    metrics: { token: null, port: null, host: '127.0.0.1' },
    privacy: {
      key: { file: join(dataFolder, 'privacy.key') },
      period: 'quarter',
      usableMs: 3_600_000,
      minGroup: 5,
      councilMode: false,
    },
    logLevel: 'info',
    consoleFolder,
  };
  let endpoint = await startEndpoint(config, () => {}, connectors);
  const { url } = endpoint;
  const browser = await launchHeadless();
  return {
    url,
    rootKey,
    signPolicy,
    /** A page in a browser profile that no other open page has, signed in unless told otherwise. */
    async open(path: string, { signedIn = true, cookie, ...options }: OpenOptions = {}) {
      const context = await emptyContext(browser, { reducedMotion: 'reduce', ...options });
      if (signedIn) await context.addCookies([cookie ?? (await signIn(url))]);
      const page = await context.newPage();
      await page.goto(`${url}/console${path}`);
      return page;
    },
    /** Close a page. Its profile is used again by the next one, with the scripts it has compiled and nothing else. */
    async leave(page: Page | undefined) {
      // A page that has failed to load keeps nothing.
      await page?.evaluate(() => localStorage.clear()).catch(() => undefined);
      await page?.close();
    },
    device: () => enrol(url, policyRef),
    /** Whether a new device comes in with this token: `ok`, or the code of what kept it out. */
    tryEnrol: (token: string) =>
      enrol(url, policyRef, token).then(
        () => 'ok',
        (error: Error) => error.message,
      ),
    /** Another reviewer's program, without a browser. */
    async api(): Promise<(path: string, init?: { method: string; body: unknown }) => Promise<Response>> {
      const { name, value } = await signIn(url);
      return (path, init) =>
        fetch(`${url}${path}`, {
          method: init?.method ?? 'GET',
          headers: { cookie: `${name}=${value}`, 'x-sluice': '1', 'content-type': 'application/json' },
          body: init === undefined || init.method === 'GET' ? null : JSON.stringify(init.body),
        });
    },
    stopEndpoint: () => endpoint.close(),
    /** Again, at the same address and with the same data. */
    async startEndpoint() {
      endpoint = await startEndpoint({ ...config, port: Number(new URL(url).port) }, () => {}, connectors);
    },
    async close() {
      await browser.close();
      await endpoint.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
export type RunningConsole = Awaited<ReturnType<typeof startConsole>>;

const contexts = new WeakMap<BrowserContext, string>();

async function emptyContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const kind = JSON.stringify(options);
  const left = browser.contexts().find((one) => contexts.get(one) === kind && one.pages().length === 0);
  await left?.clearCookies();
  const context = left ?? (await browser.newContext(options));
  contexts.set(context, kind);
  return context;
}

/** A root key, and the policies it signs: their digests and what `policy sign` would write. */
async function policySigner() {
  const root = await createDeviceKey();
  const signPolicy = async (version: number) => {
    const compiled = await compilePolicy(samplePolicy(version));
    if (!compiled.ok) throw new Error('the sample does not compile');
    const envelope = await signEnvelope(new TextEncoder().encode(compiled.canonical), root.privateKey, 'root');
    return { digest: compiled.digest, envelope: JSON.stringify(envelope) };
  };
  return { rootKey: root.publicKey, signPolicy };
}

interface OpenOptions extends BrowserContextOptions {
  signedIn?: boolean;
  /** Of another session than the first admin's. */
  cookie?: SessionCookie;
}
type SessionCookie = Awaited<ReturnType<typeof signIn>>;

/** The session of a person with a made password, who has chosen one of their own. */
export async function signInAs(url: string, user: string, made: string): Promise<SessionCookie> {
  const first = await signIn(url, user, made);
  const changed = await fetch(`${url}/v1/session/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sluice': '1', cookie: `${first.name}=${first.value}` },
    body: JSON.stringify({ current: made, next: PASSWORD }),
  });
  if (!changed.ok) throw new Error(await changed.text());
  return first;
}

async function signIn(url: string, user = 'admin', password = PASSWORD) {
  const answer = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sluice': '1' },
    body: JSON.stringify({ user, password }),
  });
  const [name, value] = answer.headers.get('set-cookie')!.split(';')[0]!.split('=');
  return { name: name!, value: value!, url };
}

export interface DecisionShape {
  action?: Action;
  choice?: Choice | null;
  app?: string;
  host?: string;
  dataClass?: DataClass;
  groups?: string[];
  /** Milliseconds before now. */
  ago?: number;
  sentUnredacted?: boolean;
}

/** A browser profile of an employee. */
async function enrol(url: string, policyRef: PolicyRef, token = TOKEN) {
  const device = new FakeDevice();
  device.now = Date.now();
  const writer = device.startWorker();
  const net = createNet({ fetch, timeoutSignal: (ms) => AbortSignal.timeout(ms) });
  const ports = { db: device.db, net, now: Date.now, random: () => 0.5 };
  const enrolled = await ensureEnrolled(
    { ...ports, locks: device.locks.locks, writer, randomUuid: randomUUID, agent: () => AGENT },
    { endpoint: url, tenant: 'acme', token },
  );
  if (!enrolled.ok) throw new Error(enrolled.code);
  return {
    id: enrolled.enrolment.device,
    /** Write a heartbeat, without sending it. */
    async beat(coverage: 'full' | 'partial'): Promise<void> {
      device.now = Date.now();
      const state = { coverage, policyRef, freshness: 'fresh', queued: 3, rejected: 0 } as const;
      const appended = await writer.append(buildHeartbeat({ ...state, apps: [], denied: 0 }));
      if (!appended.ok) throw new Error(appended.message);
    },
    /** Write one decision, without sending it. @returns The record's id. */
    async decide(shape: DecisionShape = {}): Promise<string> {
      device.now = Date.now() - (shape.ago ?? 0);
      const appended = await writer.append(buildDecision({ ...factsOf(shape), policyRef }));
      if (!appended.ok) throw new Error(appended.message);
      if (shape.sentUnredacted) {
        const effect = { state: 'sent_unredacted', observedBy: 'webrequest', agreement: 'disagree' } as const;
        await writer.append(buildEffect({ decisionId: appended.id, ...effect }));
      }
      return appended.id;
    },
    /** Send everything that was written. */
    async ship(): Promise<void> {
      for (let more = true; more; ) {
        const sent = await ship(ports);
        if (!sent.ok || sent.state !== 'shipped' || sent.rejected > 0) throw new Error(JSON.stringify(sent));
        more = sent.more;
      }
    },
  };
}
export type Device = Awaited<ReturnType<typeof enrol>>;

function factsOf({ action = 'redact', choice, app = 'chatgpt', host = 'chatgpt.com', ...shape }: DecisionShape) {
  const base = sampleFacts();
  const finding = shape.dataClass && {
    type: shape.dataClass,
    class: shape.dataClass,
    detector: 'test',
    confidence: 0.9,
  };
  const findings = action === 'allow' ? [] : finding ? [finding] : base.input.findings;
  const rules = action === 'allow' ? [] : base.decision.rules.map((rule) => ({ ...rule, action }));
  return sampleFacts({
    prompt: { ...base.prompt, app, host },
    classification: {
      ...base.classification,
      findings: findings.map((one, at) => ({ ...one, part: 0, start: at, end: at + 1, evidence: ['pattern'] })),
    },
    input: { ...base.input, app, host, findings, groups: shape.groups ?? base.input.groups },
    decision: {
      ...base.decision,
      action,
      wouldAction: action,
      rules,
      decisive: rules[0]?.id ?? null,
      reason: rules.length === 0 ? 'default' : 'rule',
    },
    userChoice: choice === undefined ? (action === 'redact' ? 'redact' : null) : choice,
  });
}

/** Everything the browser complained about: refused styles or scripts, errors nobody caught. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
