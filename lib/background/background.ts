/**
 * The background, built from its parts: chain writer, policy, permits, tab memory, sync, gate, message handlers. Built
 * anew whenever the browser wakes the worker; everything that must survive that lies in the database or session storage.
 */

import * as z from 'zod/mini';
import type { Models } from '../classify/models.ts';
import { blockedCalls } from '../coverage/blocked-calls.ts';
import { healthReport } from '../coverage/health.ts';
import type { HookState } from '../coverage/level.ts';
import { type TenantHeader, tenantHeaders } from '../coverage/tenant-headers.ts';
import { Gate } from '../gate/gate.ts';
import type { GateState } from '../gate/judge-request.ts';
import { PermitBook, permitSchema } from '../gate/permits.ts';
import { workerHosts } from '../gate/worker-hosts.ts';
import type { Language } from '../language/language.ts';
import type { Handlers } from '../messages/router.ts';
import { createDigester } from '../pipeline/digest.ts';
import type { Session } from '../pipeline/ports.ts';
import type { ManagedConfig } from '../platform/managed-config.ts';
import type { Surroundings } from '../platform/surroundings.ts';
import { followUps } from '../records/build.ts';
import type { RecordDraft } from '../records/record.ts';
import { sign } from '../records/sign.ts';
import { type AppendResult, createWriter } from '../records/writer.ts';
import type { SluiceDb } from '../storage/db.ts';
import type { Locks } from '../storage/locks.ts';
import { type ChainMark, moveChainMark } from '../sync/chain-mark.ts';
import { ensureIdentity } from '../sync/enrol.ts';
import type { Net } from '../sync/net.ts';
import { commitHandlers } from './commit-handlers.ts';
import { GateRecorder } from './gate-recorder.ts';
import type { GovernedList } from './governed-list.ts';
import { IdentityKeeper } from './identity-keeper.ts';
import { PackKeeper } from './pack-keeper.ts';
import { policyClassifier } from './policy-classifier.ts';
import { PolicyKeeper } from './policy-keeper.ts';
import { savedRefusals } from './refusal-log.ts';
import { SiteWatch } from './site-watch.ts';
import { NO_APPROVALS, StoredApprovals, savedApprovals } from './stored-approvals.ts';
import { Sync } from './sync.ts';
import { TabMemory, tabMemorySchema } from './tab-memory.ts';
import { type ActiveTab, viewHandlers } from './view-handlers.ts';

/** What the browser does to requests by itself. */
export interface BrowserRules {
  headers: TenantHeader[];
  /** Expressions over whole addresses. */
  blocked: string[];
  /** Domains whose scripts get `WORKER_POLICY`. */
  workerHosts: string[];
}

export interface BackgroundPorts {
  db: SluiceDb;
  locks: Locks;
  net: Net;
  mark: ChainMark;
  config: ManagedConfig;
  surroundings: Surroundings;
  models: Models;
  language: Language;
  /** 32 random bytes, the same as long as the profile lives: the key of every keyed digest. */
  digestKey: Uint8Array<ArrayBuffer>;
  now(): number;
  random(): number;
  randomBytes(length: number): Uint8Array;
  randomUuid(): string;
  loadSession<T>(key: string, schema: z.ZodMiniType<T>, empty: T): Promise<T>;
  saveSession(key: string, value: unknown): void;
  /** Tell every guard to open its session anew. */
  announcePolicy(): void;
  wakeAt(when: number): void;
  activeTab(): Promise<ActiveTab>;
  /** Whether page hooks are at work in a tab. */
  hookState(tab: number): Promise<HookState>;
  countDenied(hosts: readonly string[]): Promise<number>;
  worksInPrivateWindows(): Promise<boolean>;
  setBrowserRules(rules: BrowserRules): Promise<void>;
  governed: GovernedList;
  /** Load the dialogue's script into a frame. */
  loadViews(tab: number, frame: number): Promise<void>;
  /** Origin of the extension's own requests, e.g. `chrome-extension://abc`. */
  ownOrigin: string;
  tabAddress(tab: number): Promise<string | null>;
  /** Does a living guard of this version answer in one of these frames? */
  isGuarded(tab: number, frames: readonly number[]): Promise<boolean>;
  /** The tab has no living guard and was refused a prompt: tell the person to load it again. */
  onUnguarded(tab: number): void;
  sleep(ms: number): Promise<void>;
  /** Open the page that reads files. */
  openReader(): Promise<void>;
}

export interface Background {
  /** What it was built from. */
  config: ManagedConfig;
  handlers: Handlers;
  gate: Gate;
  sync: Sync;
  sites: SiteWatch;
  forgetTab(tab: number): void;
  /** No value is known that the person entered in this tab. */
  nothingEntered(tab: number): boolean;
}

/** A guard that is there mints a socket's permit within milliseconds; far below the limit of the gate's listener. */
const ANNOUNCEMENT_MS = 4_000;

/** The chain's tenant while no admin named one. */
const STANDALONE_TENANT = 'local';

/** Rejects when the chain or the policy cannot be had: the gate and the guards then refuse. */
export async function createBackground(ports: BackgroundPorts): Promise<Background> {
  const { config, surroundings, governed, now } = ports;
  await governed.change({ extra: config.extraApps ?? [] });
  const agent = () => surroundings.agent;
  const { device, chain } = await ensureIdentity(ports, config.tenant ?? STANDALONE_TENANT);
  await moveChainMark(ports, chain);
  const writer = createWriter({ ...ports, agent, sign });
  const append = async (draft: RecordDraft, once?: string) => {
    const written = required(await writer.append(draft, once));
    for (const [index, more] of followUps(draft, written.id).entries()) {
      required(await writer.append(more, once === undefined ? undefined : `${once}#${index}`));
    }
    return written;
  };
  const digester = await createDigester(ports.digestKey);
  const permits = new PermitBook(await ports.loadSession('permits', z.array(permitSchema), []), (all) =>
    ports.saveSession('permits', all),
  );
  const tabs = new TabMemory(await ports.loadSession('tabs', tabMemorySchema, {}), (all) =>
    ports.saveSession('tabs', all),
  );
  const policies = await PolicyKeeper.open({
    ...ports,
    appVersion: surroundings.agent.app.version,
    record: async (draft) => void (await append(draft)),
    onChange: () => {
      ports.announcePolicy();
      void followPolicy().catch(() => undefined);
    },
  });
  const classifier = policyClassifier(() => policies.selected.verified.policy, ports.models, ports);
  const sitesPolicy = () => policies.selected.verified.policy.sites ?? {};
  const sites = await SiteWatch.open({ ...ports, append, sites: sitesPolicy, onAccount: ports.announcePolicy });
  const packs = await PackKeeper.open({ ...ports, append });
  const identities = await IdentityKeeper.open({
    ...ports,
    digester,
    managed: config.identity ?? {},
    onChange: ports.announcePolicy,
  });
  /** What the browser does by itself has to follow the policy; what fails is tried again at the next start. */
  const followPolicy = async () => {
    await sites.policyChanged();
    const { tenantHeaders: wanted, blocked } = sitesPolicy();
    await ports.setBrowserRules({
      headers: tenantHeaders(wanted),
      blocked: blockedCalls(blocked),
      workerHosts: workerHosts(await governed.ready()),
    });
  };
  void followPolicy().catch(() => undefined);
  const approvals = new StoredApprovals(await ports.loadSession('approvals', savedApprovals, NO_APPROVALS), {
    policy: () => policies.policyRef.digest,
    save: (all) => ports.saveSession('approvals', all),
  });
  const { endpoint, tenant, enrolmentToken } = config;
  const sync = new Sync({
    ...ports,
    agent,
    writer,
    policies,
    packs,
    identities,
    coverage: surroundings.coverage,
    sightings: async () => {
      const apps = await governed.ready();
      return {
        apps: healthReport(sites.health),
        denied: await ports.countDenied(apps.sites.map(({ hosts }) => hosts[0]!)),
      };
    },
    config: endpoint && tenant && enrolmentToken ? { endpoint, tenant, token: enrolmentToken } : null,
  });

  const session = (tab: number, app: string): Session => {
    const { verified, waiting } = policies.selected;
    return {
      policy: verified.policy,
      policyRef: policies.policyRef,
      freshness: policies.freshness,
      subject: identities.subject,
      digester,
      context: {
        accountKind: sites.accountOf(tab, app),
        groups: identities.groups,
        coverage: surroundings.coverage,
        device,
        waitingForPolicy: waiting && config.unavailable !== 'allow',
      },
    };
  };
  const gateState = async (tab: number, app: string): Promise<GateState> => {
    const { policy, context } = session(tab, app);
    const entered = tabs.entered(tab);
    return { classifier, policy, permits, digester, context: { ...context, timeMs: now() }, entered };
  };
  const counted = await ports.loadSession('refusals', savedRefusals, []);
  const recorder = new GateRecorder(counted, { ...ports, append, session, sites, tabs, sync });
  void recorder.flush().catch(() => undefined);
  const gate = new Gate({
    apps: () => governed.ready(),
    ownOrigin: ports.ownOrigin,
    state: gateState,
    tabAddress: ports.tabAddress,
    isGuarded: ports.isGuarded,
    nextPermit: () => permits.next(),
    patience: () => ports.sleep(ANNOUNCEMENT_MS),
    // The verdict is out already; a record that cannot be written now is counted and declared by the writer.
    onReleased: (decision) => void recorder.released(decision).catch(() => undefined),
    onRefused: (refusal) => void recorder.refused(refusal).catch(() => undefined),
  });
  const parts = { ...ports, classifier, permits, tabs, approvals, policies, identities, sync, sites, session, append };
  return {
    config,
    handlers: { ...commitHandlers(parts), ...viewHandlers(parts) },
    gate,
    sync,
    sites,
    nothingEntered: (tab) => tabs.entered(tab).size === 0,
    forgetTab: (tab) => {
      void recorder.forgetTab(tab).catch(() => undefined);
      tabs.forget(tab);
      sites.forgetTab(tab);
    },
  };
}

function required(result: AppendResult): Extract<AppendResult, { ok: true }> {
  if (!result.ok) throw new Error(`record not written: ${result.code}`);
  return result;
}
