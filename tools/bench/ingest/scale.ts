/** What things cost when the tables are full: one more batch, the lists of the console, a proof, an export of one chain. */
import { sql } from 'kysely';
import { collectEvidence } from '../../../server/evidence/export.ts';
import { proveDecision } from '../../../server/evidence/prove-decision.ts';
import { loadSigner } from '../../../server/ingest/signer.ts';
import { findDecision, listDecisions } from '../../../server/store/decisions.ts';
import { listIncidents } from '../../../server/store/incidents.ts';
import { openStore, type StoreTarget } from '../../../server/store/open.ts';
import type { Db } from '../../../server/store/schema.ts';
import { type Spread, spread } from '../statistics.ts';
import type { Sender } from './batches.ts';
import { fill } from './fill.ts';
import { startMeasuredEndpoint } from './measured-endpoint.ts';

const TENANT_FILLED = 'bench';
const TIMES = 60;

export interface ScaleFigures {
  rows: number;
  /** Seconds that filling took, and bytes on disk afterwards. */
  filled: { seconds: number; bytes: number };
  /** Milliseconds by name of what was asked. */
  asked: Record<string, Spread>;
}

/** @param target An empty database. */
export async function measureScale(
  target: StoreTarget,
  rows: number,
  senders: readonly Sender[],
  progress: (message: string) => void,
): Promise<ScaleFigures> {
  const store = await openStore(target);
  const now = Date.now();
  const began = performance.now();
  const tenant = TENANT_FILLED;
  await fill(store.owner, { tenant, rows, now }, (done) => progress(`ingest: ${done} rows`));
  const seconds = Math.round((performance.now() - began) / 1000);
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
    await time('decisions, newest', () => listDecisions(db, tenant, { limit }));
    await time('decisions, a page in the middle', () =>
      listDecisions(db, tenant, { limit, to: now - 180 * 86_400_000 }),
    );
    await time('decisions, blocked', () => listDecisions(db, tenant, { limit, action: 'block' }));
    await time('decisions, of one app', () => listDecisions(db, tenant, { limit, app: 'le-chat' }));
    await time('decisions, with secrets', () => listDecisions(db, tenant, { limit, class: 'SECRET' }));
    await time('decisions, host searched', () => listDecisions(db, tenant, { limit, q: 'mistral' }));
    await time('incidents, newest', () => listIncidents(db, tenant, { limit }));
    await time('incidents, open and high', () =>
      listIncidents(db, tenant, { limit, status: 'open', severity: 'high' }),
    );
    const items = (await listDecisions(db, tenant, { limit, action: 'redact' })).items;
    await time('one decision and its proof', async (turn) => {
      const found = await findDecision(db, tenant, items[turn % items.length]!.id);
      await proveDecision(db, found!);
    });
    const bytes = await size(store.owner);
    await store.close();
    await timeIngest(target, senders, time);
    await timeExport(target, senders[0]!, time);
    return { rows, filled: { seconds, bytes }, asked };
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

async function size(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db);
  return rows[0]!.bytes;
}
