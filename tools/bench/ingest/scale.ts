/** What things cost when the tables are full: one more batch, the lists of the console, a proof, an export of one chain. */
import { collectEvidence } from '../../../server/evidence/export.ts';
import { proveDecision } from '../../../server/evidence/prove-decision.ts';
import { loadSigner } from '../../../server/ingest/signer.ts';
import { type DecisionFilter, findDecision, listDecisions } from '../../../server/store/decisions.ts';
import { countOpenIncidents, type IncidentFilter, listIncidents } from '../../../server/store/incidents.ts';
import { openStore, type StoreTarget } from '../../../server/store/open.ts';
import { countDecisions, countDecisionsByPerson } from '../../../server/store/summary.ts';
import { proveGrowth, proveRecord } from '../../../server/transparency/prove.ts';
import { type Spread, spread } from '../statistics.ts';
import type { Sender } from './batches.ts';
import { DEVICES, uuidOf } from './fill.ts';
import { FILLED_TENANT, type Filled, type FilledCluster } from './filled-cluster.ts';
import { startMeasuredEndpoint } from './measured-endpoint.ts';

const TIMES = 60;
const DAY_MS = 86_400_000;

export interface ScaleFigures extends Filled {
  /** Milliseconds by name of what was asked. */
  asked: Record<string, Spread>;
}

export async function measureScale(
  { postgres, ...filled }: FilledCluster,
  senders: readonly Sender[],
  progress: (message: string) => void,
): Promise<ScaleFigures> {
  const target = { kind: 'postgres' as const, url: postgres.url };
  const { rows, now } = filled;
  const tenant = FILLED_TENANT;
  const store = await openStore(target);
  const asked: Record<string, Spread> = {};
  const time = async (name: string, work: (turn: number) => Promise<unknown>, times = TIMES) => {
    const taken: number[] = [];
    for (let turn = 0; turn < times + 2; turn++) {
      const start = performance.now();
      await work(turn);
      // Two turns to warm up.
      if (turn > 1) taken.push(performance.now() - start);
    }
    asked[name] = spread(taken);
    progress(`ingest: ${name}`);
  };
  try {
    const db = store.of(tenant);
    const limit = 50;
    const decisions: Record<string, Omit<DecisionFilter, 'limit'>> = {
      newest: {},
      'a page in the middle': { to: now - 180 * DAY_MS },
      blocked: { action: 'block' },
      'of one app': { app: 'le-chat' },
      'with secrets': { class: 'SECRET' },
      'with a class nobody has': { class: 'PHI' },
      'blocked, with secrets': { action: 'block', class: 'SECRET' },
      'host searched': { q: 'mistral' },
      'most hosts searched': { q: '.com' },
      'nothing to be found': { q: 'nowhere' },
      'device searched': { q: 'd0000000-0000-7000-8000-00000000012' },
      'blocked, host searched': { q: 'mistral', action: 'block' },
    };
    for (const [name, filter] of Object.entries(decisions)) {
      await time(`decisions, ${name}`, () => listDecisions(db, tenant, { ...filter, limit }));
    }
    const incidents: Record<string, Omit<IncidentFilter, 'limit'>> = {
      newest: {},
      open: { status: 'open' },
      'open and high': { status: 'open', severity: 'high' },
      'critical (none)': { severity: 'critical' },
    };
    for (const [name, filter] of Object.entries(incidents)) {
      await time(`incidents, ${name}`, () => listIncidents(db, tenant, { ...filter, limit }));
    }
    await time('open incidents counted', () => countOpenIncidents(db, tenant));
    for (const days of [1, 7, 30]) {
      const window = { from: now - days * DAY_MS, to: now };
      await time(`counts of ${days} days`, () => countDecisions(db, tenant, window));
      const byPerson = () => countDecisionsByPerson(store.of(tenant, 'privacy'), tenant, window);
      await time(`counts of ${days} days by person`, byPerson, 5);
    }
    const items = (await listDecisions(db, tenant, { limit, action: 'redact' })).items;
    await time('one decision and its proof', async (turn) => {
      const found = await findDecision(db, tenant, items[turn % items.length]!.id);
      await proveDecision(db, found!);
    });
    const place = { tenant, device: uuidOf('d', 7), chain: uuidOf('c', 7), seq: Math.floor(rows / DEVICES / 2) };
    await time('place in the log and its proof', () => proveRecord(db, place, rows));
    await time('proof that the log grew', () => proveGrowth(db, tenant, Math.floor(rows / 3)));
    await store.close();
    await timeIngest(target, senders, time);
    await timeExport(target, senders[0]!, time);
    return { ...filled, asked };
  } finally {
    await store.close().catch(() => {});
  }
}

async function timeIngest(
  target: StoreTarget,
  senders: readonly Sender[],
  time: (name: string, work: (turn: number) => Promise<unknown>, times?: number) => Promise<void>,
): Promise<void> {
  const endpoint = await startMeasuredEndpoint(senders[0]!.device.tenant, target);
  try {
    const sends = await Promise.all(senders.map((sender) => endpoint.enrol(sender)));
    const batches = senders[0]!.batches.length;
    await time('a batch of 500', (turn) => sends[0]!(senders[0]!.batches[turn]!), batches - 2);
  } finally {
    await endpoint.close();
  }
}

/** Of the records that were just sent: an export reads them, and those that filled the tables are none. */
async function timeExport(
  target: StoreTarget,
  { device: { tenant, chain } }: Sender,
  time: (name: string, work: (turn: number) => Promise<unknown>, times?: number) => Promise<void>,
): Promise<void> {
  const store = await openStore(target);
  const created = Date.now();
  try {
    const signer = await loadSigner(store.of(tenant, 'access'), tenant, created);
    const request = { tenant, chain, signer, policyRootKeys: [], created };
    await time('evidence of one chain', () => collectEvidence(store, request), 5);
  } finally {
    await store.close();
  }
}
