/** The first screen for those who see no single decision: the same counts, without those about too few people. */
import { ACTIONS } from '../../lib/policy/decision.ts';
import { SEVERITIES } from '../../lib/policy/terms.ts';
import type { SummaryResponse } from '../api/summary.ts';
import { countDevices } from '../store/enrolment.ts';
import type { Store } from '../store/open.ts';
import type { Db } from '../store/schema.ts';
import {
  countActivePeople,
  countDecisionsByPerson,
  countDiscoveredByPerson,
  countOpenIncidentsByPerson,
  type Window,
} from '../store/summary.ts';
import { type ByPerson, sumOf, suppressParts, suppressTraits } from './suppress.ts';

/** Entries of a list. */
const MOST = 10;
const NOTHING: ByPerson = new Map();

export type Counts = Pick<SummaryResponse, 'minGroup' | 'decisions' | 'openIncidents' | 'devices' | 'discovered'>;

/** @param least The fewest people a number may be about. */
export async function withheldSummary(
  store: Pick<Store, 'of'>,
  tenant: string,
  window: Window,
  least: number,
): Promise<Counts> {
  const db = store.of(tenant, 'privacy');
  const by = await countDecisionsByPerson(db, tenant, window);
  const actions = suppressParts(new Map(ACTIONS.map((action) => [action, by.byAction.get(action) ?? NOTHING])), least);
  const apps = suppressParts(by.byApp, least);
  const incidents = await countOpenIncidentsByPerson(db, tenant);
  const severities = suppressParts(new Map(SEVERITIES.map((each) => [each, incidents.get(each) ?? NOTHING])), least);
  const devices = await countDevices(store.of(tenant), tenant, window.from);
  const active = await countActivePeople(db, tenant, window.from);
  return {
    minGroup: least,
    decisions: {
      total: actions.total,
      byAction: Object.fromEntries(actions.cells) as Counts['decisions']['byAction'],
      byClass: Object.fromEntries(suppressTraits(everybody(by.byAction), by.byClass, least)),
      byApp: [...apps.cells]
        .flatMap(([app, decisions]) => (decisions === null ? [] : [{ app, decisions }]))
        .sort((a, b) => b.decisions - a.decisions || (a.app < b.app ? -1 : 1))
        .slice(0, MOST),
    },
    openIncidents: Object.fromEntries(severities.cells) as Counts['openIncidents'],
    devices: { total: devices.total, active: active === 0 || active >= least ? devices.active : null },
    discovered: await discoveredByMany(db, tenant, window, least),
  };
}

/** Cells of which each thing is in one, together. */
function everybody(cells: ReadonlyMap<string, ByPerson>): ByPerson {
  const whole = new Map<string | null, number>();
  for (const cell of cells.values()) {
    for (const [person, count] of cell) whole.set(person, (whole.get(person) ?? 0) + count);
  }
  return whole;
}

async function discoveredByMany(db: Db, tenant: string, window: Window, least: number): Promise<Counts['discovered']> {
  const domains = await countDiscoveredByPerson(db, tenant, window);
  return [...domains]
    .map(([domain, cell]) => ({
      domain,
      devices: [...cell.keys()].filter((person) => person !== null).length,
      times: sumOf(cell),
    }))
    .filter(({ devices }) => devices >= least)
    .sort((a, b) => b.devices - a.devices || (a.domain < b.domain ? -1 : 1))
    .slice(0, MOST);
}
