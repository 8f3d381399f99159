// The lists of the console, every filter beside what one gets by looking at every row.
import { beforeAll, describe, expect, it } from 'vitest';
import { type DecisionFilter, listDecisions } from '../../../server/store/decisions.ts';
import { type IncidentFilter, listIncidents } from '../../../server/store/incidents.ts';
import { fill } from '../../../tools/bench/ingest/fill.ts';
import { DATABASES, testStore } from './test-endpoint.ts';

const TENANT = 'lists';
const OTHER = 'others';
const ROWS = 16_000;

describe.each(DATABASES)('lists on %s', (kind) => {
  const store = testStore(kind);
  const now = Date.now();
  let decisions: Awaited<ReturnType<typeof allDecisions>>;
  let incidents: Awaited<ReturnType<typeof allIncidents>>;

  const allDecisions = () =>
    store().of(TENANT).selectFrom('decisions').selectAll().orderBy('ts', 'desc').orderBy('id', 'desc').execute();
  const allIncidents = () =>
    store()
      .of(TENANT)
      .selectFrom('incidents')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();

  beforeAll(async () => {
    for (const tenant of [TENANT, OTHER]) await fill(store().owner, { tenant, rows: ROWS, now }, () => {});
    [decisions, incidents] = [await allDecisions(), await allIncidents()];
    expect(decisions).toHaveLength(ROWS / 2);
    expect(incidents.length).toBeGreaterThan(100);
  });

  type Wanted = Omit<DecisionFilter, 'limit' | 'cursor'>;
  const has = (row: (typeof decisions)[number], { q, action, class: name, app, from, to }: Wanted) =>
    (q === undefined ||
      row.app.includes(q.toLowerCase()) ||
      row.host.includes(q.toLowerCase()) ||
      (q.length > 3 && row.device.startsWith(q.toLowerCase()))) &&
    (action === undefined || row.action === action) &&
    (name === undefined || name in row.classes) &&
    (app === undefined || row.app === app) &&
    (from === undefined || row.ts >= from) &&
    (to === undefined || row.ts < to);

  const MONTH = 30 * 86_400_000;
  it.each<[string, Wanted]>([
    ['nothing', {}],
    ['an action', { action: 'block' }],
    ['the usual action', { action: 'allow' }],
    ['a class', { class: 'SECRET' }],
    ['a class nobody has', { class: 'PHI' }],
    ['an app', { app: 'chatgpt' }],
    ['an app nobody has', { app: 'nothing' }],
    ['a time', { from: now - 2 * MONTH, to: now - MONTH }],
    ['part of a host', { q: 'MISTRAL' }],
    ['part of several hosts', { q: '.com' }],
    ['letters of a pattern', { q: '%' }],
    ['the beginning of a device', { q: 'd0000000-0000-7000-8000-00000000001' }],
    ['what all devices begin with', { q: 'd000' }],
    ['all of it', { q: 'gpt', action: 'redact', class: 'PII', app: 'chatgpt', from: now - 9 * MONTH }],
  ])('show decisions by %s, page by page', async (_, wanted) => {
    const due = decisions.filter((row) => has(row, wanted)).map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page++) {
      const { items, nextCursor } = await listDecisions(store().of(TENANT), TENANT, { ...wanted, limit: 40, cursor });
      seen.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(due.slice(0, 120));
  });

  it.each<[string, Omit<IncidentFilter, 'limit'>]>([
    ['nothing', {}],
    ['status', { status: 'open' }],
    ['severity', { severity: 'high' }],
    ['both', { status: 'closed', severity: 'medium' }],
    ['what there is none of', { status: 'investigating', severity: 'critical' }],
  ])('show incidents by %s, page by page', async (_, wanted) => {
    const due = incidents.filter(
      ({ status, severity }) => (wanted.status ?? status) === status && (wanted.severity ?? severity) === severity,
    );
    const first = await listIncidents(store().of(TENANT), TENANT, { ...wanted, limit: 30 });
    const rest = first.nextCursor === null ? null : { ...wanted, limit: 30, cursor: first.nextCursor };
    const second = rest === null ? { items: [] } : await listIncidents(store().of(TENANT), TENANT, rest);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(due.slice(0, 60).map(({ id }) => id));
  });
});
