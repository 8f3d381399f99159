/**
 * One turn of a connector: read from where it stands, map, send, move on. In order and at least once: the position moves
 * only when the receiver has said that it has the events. What a receiver refuses for good is narrowed down to the entry
 * and put aside, and the rest goes on.
 */

import type { Names } from '../privacy/privacy.ts';
import {
  advanceConnector,
  type ConnectorRow,
  dropDeadLetter,
  dueDeadLetters,
  failConnector,
  holdConnector,
  putAside,
} from '../store/connectors.ts';
import { readFeed } from '../store/feed.ts';
import type { Db } from '../store/schema.ts';
import { backoffMs, isDue } from './backoff.ts';
import type { BatchLimits } from './create-transport.ts';
import type { FeedEntry } from './feed-entry.ts';
import { type OcsfEvent, type OcsfSeverity, SEVERITY, type Teller } from './ocsf/ocsf-event.ts';
import { toOcsf } from './ocsf/to-ocsf.ts';
import type { Delivery, OutEvent, Transport } from './transport.ts';

export interface DeliveryPorts {
  db: Db;
  tenant: string;
  name: string;
  /** This node. */
  node: string;
  transport: Transport;
  teller: Teller;
  limits: BatchLimits;
  /** What whoever had a device is called. No connector is ever told who that is. */
  names: Names;
  only: { classes?: number[] | undefined; minSeverity?: OcsfSeverity | undefined };
  now(): number;
  random(): number;
  /** Told of every attempt: what came of it, how many entries, how long. */
  onAttempt(outcome: 'delivered' | 'later' | 'aside', entries: number, ms: number, code: string | null): void;
  signal: AbortSignal;
}

/** What is remembered between turns on the node that delivers. */
export interface DeliveryState {
  /** Entries to try at once: halved when a batch is refused, doubled when one is taken. */
  size: number;
  /** Entries put aside since the receiver last took one. */
  asideInARow: number;
}

/** More refusals in a row than this are not single bad entries: from there on they are put aside slowly. */
const MANY_ASIDE = 10;

/** `more`: go on at once. `idle`: nothing to do now. `waiting`: not before `retry_at`, or another node delivers. */
export type Turn = 'more' | 'idle' | 'waiting';

/** @param state Changed in place. */
export async function deliverOnce(ports: DeliveryPorts, state: DeliveryState): Promise<Turn> {
  const held = await holdConnector(ports.db, ports.tenant, ports.name, ports.node);
  if (held === null || held.is_paused || !isDue(held.retry_at, ports.now())) return 'waiting';
  const due = await dueDeadLetters(ports.db, ports.tenant, ports.name, 1);
  if (due.length > 0) return retryAside(ports, held, due[0]!);

  const page = await readFeed(ports.db, ports.tenant, held.position, state.size);
  if (page.next === held.position) return 'idle';
  const batch = takeBatch(await named(page.entries, ports), page.next, held.position, ports);
  if (batch.events === null) return asidePlace(ports, held, state, batch, 'unmappable');
  if (batch.events.length === 0) {
    await advanceConnector(ports.db, held, { position: batch.next, delivered: 0, at: ports.now() });
    return 'more';
  }
  const delivery = await attempt(ports, batch.events);
  const count = batch.next - held.position;
  if (delivery.ok) {
    state.size = Math.min(ports.limits.entries, state.size * 2);
    state.asideInARow = 0;
    await advanceConnector(ports.db, held, { position: batch.next, delivered: count, at: ports.now() });
    return 'more';
  }
  if (delivery.kind === 'later') return wait(ports, held, delivery.code, delivery.retryAfterMs);
  if (count > 1) {
    state.size = Math.floor(count / 2);
    return 'more';
  }
  return asidePlace(ports, held, state, batch, delivery.code);
}

/** Entries of records with the pseudonym of whose device it was when they came. */
async function named(entries: readonly FeedEntry[], { names, tenant }: DeliveryPorts): Promise<FeedEntry[]> {
  const places = entries.flatMap((entry) =>
    entry.kind === 'record' ? [{ device: entry.record.device, at: entry.receivedAt }] : [],
  );
  const called = await names(tenant, places);
  return entries.map((entry) => (entry.kind === 'record' ? { ...entry, person: called.shift() ?? null } : entry));
}

interface Batch {
  /** Null: the first entry cannot be mapped. */
  events: OutEvent[] | null;
  next: number;
}

/** As many entries as fit. An entry that cannot be mapped ends the batch, and begins the next one. */
function takeBatch(entries: FeedEntry[], pageEnd: number, from: number, ports: DeliveryPorts): Batch {
  const events: OutEvent[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const own = eventsOf(entry, ports);
    if (own === null)
      return entry.position === from ? { events: null, next: from + 1 } : { events, next: entry.position };
    const size = own.reduce((sum, { json }) => sum + json.length, 0);
    if (bytes > 0 && bytes + size > ports.limits.bytes) return { events, next: entry.position };
    bytes += size;
    events.push(...own);
  }
  return { events, next: pageEnd };
}

/** Null when the entry cannot be mapped: a fault of this program, which must not stop the rest. */
function eventsOf(entry: FeedEntry, { teller, only }: DeliveryPorts): OutEvent[] | null {
  try {
    const events = toOcsf(entry, teller).filter((event) => isWanted(event, only));
    return events.map((event) => ({ position: entry.position, event, json: JSON.stringify(event) }));
  } catch {
    return null;
  }
}

function isWanted(event: OcsfEvent, { classes, minSeverity }: DeliveryPorts['only']): boolean {
  if (classes !== undefined && !classes.includes(event.class_uid)) return false;
  return minSeverity === undefined || event.severity_id >= SEVERITY[minSeverity];
}

async function attempt(ports: DeliveryPorts, events: OutEvent[]): Promise<Delivery> {
  const began = performance.now();
  const delivery = await ports.transport.send(events, ports.signal);
  const outcome = delivery.ok ? 'delivered' : delivery.kind === 'later' ? 'later' : 'aside';
  const entries = new Set(events.map(({ position }) => position)).size;
  ports.onAttempt(outcome, entries, performance.now() - began, delivery.ok ? null : delivery.code);
  return delivery;
}

async function wait(ports: DeliveryPorts, held: ConnectorRow, code: string, retryAfterMs = 0): Promise<Turn> {
  // Stopped by us, not by the receiver.
  if (ports.signal.aborted) return 'waiting';
  const at = ports.now();
  const pause = Math.max(retryAfterMs, backoffMs(held.failures + 1, ports.random()));
  await failConnector(ports.db, held, { at, code, retryAt: at + pause });
  return 'waiting';
}

/** Put the entry at the connector's position aside and go on behind it. */
async function asidePlace(
  ports: DeliveryPorts,
  held: ConnectorRow,
  state: DeliveryState,
  { next }: Batch,
  code: string,
): Promise<Turn> {
  const at = ports.now();
  const { tenant, name: connector, position } = held;
  const moved = await ports.db.transaction().execute(async (trx) => {
    if (!(await advanceConnector(trx, held, { position: next, delivered: 0, at }))) return false;
    await putAside(trx, { tenant, connector, position, at, code });
    return true;
  });
  if (!moved) return 'more';
  state.asideInARow += 1;
  const slow = state.asideInARow - MANY_ASIDE;
  await failConnector(ports.db, held, { at, code, retryAt: slow > 0 ? at + backoffMs(slow, ports.random()) : 0 });
  return slow > 0 ? 'waiting' : 'more';
}

/** Try one entry again that was put aside. It does not hold up the others: what fails now is put aside again. */
async function retryAside(ports: DeliveryPorts, held: ConnectorRow, position: number): Promise<Turn> {
  const { db, tenant, name: connector } = ports;
  const { entries } = await readFeed(db, tenant, position, 1);
  const [entry] = await named(entries, ports);
  const events = entry === undefined ? [] : eventsOf(entry, ports);
  const refuse = (code: string) => putAside(db, { tenant, connector, position, at: ports.now(), code });
  if (events === null) await refuse('unmappable');
  else {
    const delivery = events.length === 0 ? { ok: true as const } : await attempt(ports, events);
    if (delivery.ok) await dropDeadLetter(db, tenant, connector, position);
    else if (delivery.kind === 'later') return wait(ports, held, delivery.code, delivery.retryAfterMs);
    else await refuse(delivery.code);
  }
  return 'more';
}
