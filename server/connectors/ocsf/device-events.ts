/** Records that are not decisions: what a device saw, is, was told, and where its own evidence is in doubt. */
import type { RecordOf } from '../../../lib/records/record.ts';
import type { NewIncident } from '../../store/incidents.ts';
import type { RecordEntry } from '../feed-entry.ts';
import { outcomeOfEffect } from './control-outcome.ts';
import { type EventParts, makeEvent, type OcsfEvent, type OcsfSeverity, type Teller } from './ocsf-event.ts';
import { deviceOf, metadataOf, nativeOf, sourceOf, timeOf } from './record-parts.ts';

const LOG = { id: 1, name: 'Log' };
const CREATE = { id: 1, name: 'Create' };
const READ = { id: 2, name: 'Read' };
const ENROLL = { id: 6, name: 'Enroll' };
const OTHER = { id: 99, name: 'Observed effect' };
const NEW = { status_id: 1, status: 'New' };
const DEVICE_ENTITY = 1;

type Own = Pick<EventParts, 'ocsfClass' | 'activity' | 'message' | 'attributes'> &
  Partial<Pick<EventParts, 'severity' | 'profiles' | 'metadata'>>;

export function eventOf(entry: RecordEntry, own: Own, teller: Teller): OcsfEvent {
  const { record } = entry;
  const { metadata, attributes, profiles, severity = 'informational', ...rest } = own;
  return makeEvent(
    {
      ...rest,
      severity,
      time: timeOf(record),
      uid: record.id,
      chain: record.chain,
      profiles: [...(profiles ?? []), 'host'],
      metadata: { ...metadataOf(entry), ...metadata },
      attributes: {
        device: deviceOf(record),
        ...attributes,
        unmapped: { ...(attributes.unmapped as object | undefined), native: nativeOf(entry) },
      },
    },
    teller,
  );
}

/** A second look at a call: it names the decision, and is not counted as another call. */
export function effectEvents(
  entry: RecordEntry,
  record: RecordOf<'effect'>,
  alert: NewIncident | null,
  teller: Teller,
) {
  const { decision, state, observed_by, agreement } = record;
  const activity = eventOf(
    entry,
    {
      ocsfClass: 'apiActivity',
      activity: OTHER,
      severity: alert?.severity ?? 'informational',
      message: `Seen after a decision: ${state} (${agreement})`,
      profiles: ['ai_operation', 'security_control'],
      metadata: { correlation_uid: decision },
      attributes: {
        ...outcomeOfEffect(state, agreement === 'disagree'),
        is_alert: alert !== null,
        status_code: state,
        status_detail: `${agreement}, seen by ${observed_by}`,
        actor: { app_name: record.browser.name },
        src_endpoint: sourceOf(record),
        api: { operation: 'effect', request: { uid: decision } },
        unmapped: { decision, state, agreement, observed_by },
      },
    },
    teller,
  );
  if (alert === null) return [activity];
  const related = [
    { uid: decision, type_uid: 600_301 },
    { uid: record.id, type_uid: activity.type_uid },
  ];
  return [activity, findingEvent(entry, alert.kind, alert.severity, { related, suffix: '.finding', decision }, teller)];
}

/** A doubt about a device or its evidence. */
export function findingEvent(
  entry: RecordEntry,
  title: string,
  severity: OcsfSeverity,
  about: { related?: object[]; suffix?: string; decision?: string; unmapped?: object },
  teller: Teller,
): OcsfEvent {
  const { record } = entry;
  const time = timeOf(record);
  return makeEvent(
    {
      ocsfClass: 'detectionFinding',
      activity: CREATE,
      severity,
      time,
      message: `Finding on a device: ${title}`,
      uid: `${record.id}${about.suffix ?? ''}`,
      chain: record.chain,
      profiles: ['security_control', 'host'],
      metadata: { ...metadataOf(entry), correlation_uid: about.decision },
      attributes: {
        ...NEW,
        is_alert: true,
        device: deviceOf(record),
        finding_info: {
          uid: record.id,
          title,
          types: [title],
          created_time: time,
          related_events: about.related,
        },
        unmapped: { ...about.unmapped, native: nativeOf(entry) },
      },
    },
    teller,
  );
}

export function heartbeatEvent(entry: RecordEntry, record: RecordOf<'heartbeat'>, teller: Teller): OcsfEvent {
  const { coverage, freshness, queued, rejected, denied, policy, apps } = record;
  const health = apps?.map(({ app, state }) => ({ app, state }));
  return eventOf(
    entry,
    {
      ocsfClass: 'deviceInventory',
      activity: LOG,
      message: `Heartbeat: coverage ${coverage}, policy ${freshness}`,
      attributes: { unmapped: { coverage, freshness, queued, rejected, denied, policy: policy?.digest, health } },
    },
    teller,
  );
}

export function policyAppliedEvent(entry: RecordEntry, record: RecordOf<'policy_applied'>, teller: Teller): OcsfEvent {
  const { policy, freshness, replaces } = record;
  return eventOf(
    entry,
    {
      ocsfClass: 'configStateChange',
      activity: LOG,
      message: `Policy ${policy.id} version ${policy.version} applies`,
      profiles: ['security_control'],
      attributes: {
        state_id: 2,
        state: 'Enabled',
        policy: { uid: policy.digest, name: policy.id, version: String(policy.version), is_applied: true },
        unmapped: { freshness, replaces, source: policy.source, channel: policy.channel },
      },
    },
    teller,
  );
}

export function enrolledEvent(entry: RecordEntry, record: RecordOf<'enrolled'>, teller: Teller): OcsfEvent {
  return eventOf(
    entry,
    {
      ocsfClass: 'entityManagement',
      activity: ENROLL,
      message: 'A device has enrolled',
      attributes: {
        entity: { uid: record.device, type_id: DEVICE_ENTITY, type: 'Device' },
        unmapped: { kid: record.kid, server_kid: record.server_kid },
      },
    },
    teller,
  );
}

export function siteEvent(entry: RecordEntry, record: RecordOf<'site_discovered'>, teller: Teller): OcsfEvent {
  const { host, times, governed } = record;
  return eventOf(
    entry,
    {
      ocsfClass: 'webResources',
      activity: READ,
      message: `AI site in use that nobody listed: ${host}`,
      attributes: {
        web_resources: [{ name: host, type: 'AI site', url_string: `https://${host}` }],
        unmapped: { times, governed },
      },
    },
    teller,
  );
}
