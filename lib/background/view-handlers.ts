/** Messages of the popup and the options page: what people may see of the state and of their own records. */

import { healthOf } from '../coverage/health.ts';
import { coverageOf, type HookState } from '../coverage/level.ts';
import type { EnrolmentView, PolicyView, PopupState, RecordPage } from '../messages/popup-state.ts';
import type { Handlers } from '../messages/router.ts';
import type { ManagedConfig } from '../platform/managed-config.ts';
import type { Surroundings } from '../platform/surroundings.ts';
import { countStates, listRecords } from '../records/outbox.ts';
import type { OutboxState, SluiceDb } from '../storage/db.ts';
import { readMeta } from '../storage/meta.ts';
import type { GovernedList } from './governed-list.ts';
import type { IdentityKeeper } from './identity-keeper.ts';
import type { PolicyKeeper } from './policy-keeper.ts';
import type { SiteWatch } from './site-watch.ts';
import type { Sync } from './sync.ts';
import type { TabMemory } from './tab-memory.ts';

export interface ActiveTab {
  id: number;
  url: string | null;
}

interface Parts {
  db: SluiceDb;
  config: ManagedConfig;
  surroundings: Surroundings;
  tabs: TabMemory;
  policies: PolicyKeeper;
  identities: IdentityKeeper;
  sync: Sync;
  governed: GovernedList;
  sites: SiteWatch;
  activeTab(): Promise<ActiveTab>;
  hookState(tab: number): Promise<HookState>;
  worksInPrivateWindows(): Promise<boolean>;
}

type ViewMethod =
  | 'popup.state'
  | 'records.list'
  | 'policy.view'
  | 'enrolment.view'
  | 'identity.view'
  | 'identity.begin'
  | 'identity.end';

const SHOWN_STATE: Record<OutboxState, RecordPage['records'][number]['state']> = {
  queued: 'waiting',
  sending: 'sending',
  acknowledged: 'shipped',
  rejected: 'rejected',
};

export function viewHandlers(parts: Parts): Pick<Handlers, ViewMethod> {
  const { db, config, surroundings, tabs, policies, identities, sync, sites, governed } = parts;
  return {
    'popup.state': async (): Promise<PopupState> => {
      const [tab, states] = await Promise.all([parts.activeTab(), countStates(db)]);
      const site = tab.url === null ? null : (await governed.ready()).forUrl(tab.url);
      const gate = surroundings.coverage === 'full' ? 'blocking' : 'observing';
      const hook = site === null ? 'absent' : await parts.hookState(tab.id);
      const { level, reason } = coverageOf({ gate, hook });
      const privateWindows = await parts.worksInPrivateWindows();
      const { id, version, source } = policies.policyRef;
      return {
        language: config.language ?? null,
        tab: {
          id: tab.id,
          host: tab.url === null || !URL.canParse(tab.url) ? null : new URL(tab.url).hostname || null,
          app: site && { id: site.id, name: site.name },
          coverage: level,
          reason,
          health: site === null ? 'never_seen' : healthOf(sites.health[site.id]),
          account: site === null ? 'unknown' : sites.accountOf(tab.id, site.id),
        },
        privateWindows,
        policy: policies.selected.waiting ? null : { id, version, source, freshness: policies.freshness },
        decisions: tabs.decisions(tab.id),
        records: {
          waiting: states.queued + states.sending,
          shipped: states.acknowledged,
          rejected: states.rejected,
        },
        endpoint: { state: sync.contact.state, lastContact: sync.contact.lastContact },
      };
    },
    'records.list': async ({ offset, limit }): Promise<RecordPage> => {
      const { records, total } = await listRecords(db, { offset, limit });
      return {
        records: records.map(({ seq, ts, kind, text, state }) => ({
          seq,
          ts,
          kind,
          json: text,
          state: SHOWN_STATE[state],
        })),
        total,
      };
    },
    'policy.view': async (): Promise<PolicyView> => ({
      policy: policies.selected.verified.policy,
      source: policies.selected.source,
      freshness: policies.freshness,
    }),
    'enrolment.view': async (): Promise<EnrolmentView> => {
      const [identity, enrolment] = await Promise.all([db.identity.get('device'), readMeta(db, 'enrolment')]);
      const { ref = null, assurance } = identities.subject;
      return {
        state: config.endpoint === undefined ? 'standalone' : enrolmentState(enrolment !== null, sync),
        tenant: config.tenant ?? null,
        endpoint: config.endpoint ?? null,
        device: identity?.device ?? null,
        kid: identity?.kid ?? null,
        subject: { ref, assurance, groups: identities.groups },
        error: sync.contact.error,
      };
    },
    'identity.view': () => identities.view(),
    'identity.begin': () => identities.begin(),
    'identity.end': () => identities.end(),
  };
}

function enrolmentState(isEnrolled: boolean, { contact }: Sync): EnrolmentView['state'] {
  if (contact.state === 'revoked') return 'revoked';
  if (isEnrolled) return 'enrolled';
  return contact.error === null ? 'pending' : 'failed';
}
