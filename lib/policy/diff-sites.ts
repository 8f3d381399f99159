/** What changed in the part of a policy about sites and accounts, in terms of enforcement. */
import type { PolicyChange } from './diff.ts';
import { DISCOVERY_MODES, type PolicySites } from './schema.ts';

export function diffSites(before: PolicySites = {}, after: PolicySites = {}): PolicyChange[] {
  return [
    ...diffDiscovery(before, after),
    ...diffTenants(before, after),
    ...diffHeaders(before, after),
    ...diffBlocked(before, after),
  ];
}

function diffDiscovery(before: PolicySites, after: PolicySites): PolicyChange[] {
  const from = before.discovery ?? 'record';
  const to = after.discovery ?? 'record';
  const difference = DISCOVERY_MODES.indexOf(to) - DISCOVERY_MODES.indexOf(from);
  if (difference === 0) return [];
  const kind = difference < 0 ? 'weakened' : 'strengthened';
  return [{ kind, subject: 'sites.discovery', detail: `${from} -> ${to}`, weakens: difference < 0 }];
}

/** Rules may be about either kind of account, so whether a longer or a shorter list lets more through cannot be told. */
function diffTenants(before: PolicySites, after: PolicySites): PolicyChange[] {
  const [from, to] = [before.corporateTenants ?? [], after.corporateTenants ?? []];
  if (isSame(from, to)) return [];
  const detail = `${from.length} -> ${to.length} accounts count as corporate`;
  return [{ kind: 'changed', subject: 'sites.corporateTenants', detail, weakens: true }];
}

/** A vendor that is told more accounts, or nothing any more, lets more through. */
function diffHeaders(before: PolicySites, after: PolicySites): PolicyChange[] {
  const vendors = ['openai', 'anthropic', 'google', 'microsoft'] as const;
  return vendors.flatMap((vendor): PolicyChange[] => {
    const from = before.tenantHeaders?.[vendor];
    const to = after.tenantHeaders?.[vendor];
    if (isSame(from, to)) return [];
    const subject = `sites.tenantHeaders.${vendor}`;
    if (from === undefined) return [{ kind: 'added', subject, detail: 'accounts are restricted', weakens: false }];
    if (to === undefined) return [{ kind: 'removed', subject, detail: 'accounts were restricted', weakens: true }];
    return [{ kind: 'changed', subject, detail: 'other accounts are allowed', weakens: true }];
  });
}

function diffBlocked(before: PolicySites, after: PolicySites): PolicyChange[] {
  const name = ({ host, path = '/**' }: { host: string; path?: string | undefined }) => host + path;
  const [from, to] = [(before.blocked ?? []).map(name), (after.blocked ?? []).map(name)];
  const change = (kind: 'added' | 'removed', detail: string): PolicyChange => {
    return { kind, subject: 'sites.blocked', detail, weakens: kind === 'removed' };
  };
  return [
    ...to.filter((call) => !from.includes(call)).map((call) => change('added', call)),
    ...from.filter((call) => !to.includes(call)).map((call) => change('removed', call)),
  ];
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
