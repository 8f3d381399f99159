/** From a pseudonym back to the devices and times it stands for: tried out for everybody, because it is stored nowhere. */
import type { TenantKeys } from '../privacy/keyring.ts';
import { boundsOf, type Period, periodOf, toName } from '../privacy/pseudonym.ts';
import type { Db } from './schema.ts';

/** A device, from inclusive, to exclusive, by the endpoint's clock. */
export interface Stay {
  device: string;
  from: number;
  to: number;
}

export async function placesOfName(
  db: Db,
  keys: TenantKeys,
  { tenant, period, now }: { tenant: string; period: Period; now: number },
  name: string,
): Promise<Stay[]> {
  const links = await db
    .selectFrom('subject_devices')
    .innerJoin('subjects', (join) =>
      join.onRef('subjects.tenant', '=', 'subject_devices.tenant').onRef('subjects.id', '=', 'subject_devices.subject'),
    )
    .select(['subjects.id', 'subjects.wrapped_key', 'device', 'since', 'until'])
    .where('subject_devices.tenant', '=', tenant)
    .where('subjects.wrapped_key', 'is not', null)
    .execute();
  const stays: Stay[] = [];
  for (const [id, theirs] of Map.groupBy(links, (link) => link.id)) {
    const key = keys.openSubjectKey(id, theirs[0]!.wrapped_key!);
    if (key === null) continue;
    for (const { from, to } of periods(theirs, period, now)) {
      if (toName(keys.pseudonymBytes(key, periodOf(from, period))) !== name) continue;
      for (const { device, since, until } of theirs) {
        const stay = { device, from: Math.max(since, from), to: Math.min(until, to) };
        if (stay.from < stay.to) stays.push(stay);
      }
    }
  }
  return stays;
}

/** The endpoint is not older than this: devices from before there were subjects have theirs since ever. */
const EARLIEST = Date.UTC(2026, 0);

function periods(links: readonly { since: number; until: number }[], period: Period, now: number) {
  const first = Math.max(EARLIEST, Math.min(...links.map(({ since }) => since)));
  const last = Math.min(now, Math.max(...links.map(({ until }) => until)));
  const found: { from: number; to: number }[] = [];
  for (let at = first; at <= last; at = found.at(-1)!.to) found.push(boundsOf(at, period));
  return found;
}
