/** A decision is a call to an AI service that a control has judged: API Activity, and a finding when it needs a look. */
import type { RecordOf } from '../../../lib/records/record.ts';
import type { NewIncident } from '../../store/incidents.ts';
import type { RecordEntry } from '../feed-entry.ts';
import { outcomeOf } from './control-outcome.ts';
import { classificationsOf } from './data-categories.ts';
import { makeEvent, type OcsfEvent, type Teller } from './ocsf-event.ts';
import { deviceOf, metadataOf, nativeOf, sourceOf, timeOf } from './record-parts.ts';

type Decision = RecordOf<'decision'>;

const CREATE = { id: 1, name: 'Create' };
const NEW = { status_id: 1, status: 'New' };
/** OCSF: the person in the conversation, application-level DLP, and data in use. */
const USER_ROLE = 1;
const APPLICATION_DLP = 10;
const IN_USE = 3;

/** @param alert Why reviewers have to look at it, or null. */
export function decisionEvents(entry: RecordEntry, record: Decision, alert: NewIncident | null, teller: Teller) {
  const activity = decisionActivity(entry, record, alert, teller);
  return alert === null ? [activity] : [activity, decisionFinding(entry, record, alert, activity, teller)];
}

function decisionActivity(entry: RecordEntry, record: Decision, alert: NewIncident | null, teller: Teller): OcsfEvent {
  const { dest, input, browser, op } = record;
  const classifications = classificationsOf(record.findings, record.engine);
  return makeEvent(
    {
      ocsfClass: 'apiActivity',
      activity: CREATE,
      severity: alert?.severity ?? 'informational',
      time: timeOf(record),
      message: sentence(record),
      uid: record.id,
      chain: record.chain,
      profiles: ['ai_operation', 'security_control', 'host', 'data_classification'],
      metadata: {
        ...metadataOf(entry),
        correlation_uid: record.id,
        data_classifications: classifications.length > 0 ? classifications : undefined,
      },
      attributes: {
        ...shared(entry, record),
        ...outcomeOf(record),
        status_code: record.reason,
        status_detail: `${record.action}, ${record.user_choice}`,
        is_alert: alert !== null,
        api: {
          operation: op,
          service: { name: dest.product ?? input.app, uid: input.app },
          request: { uid: record.id },
        },
        ai_model: { ai_provider: dest.provider, name: dest.model ?? 'unknown' },
        message_context: {
          uid: record.conv_ref,
          ai_role_id: USER_ROLE,
          application: { name: browser.name, version: browser.version },
          service: { name: dest.product ?? input.app, uid: input.app },
        },
        unmapped: { ...details(record), native: nativeOf(entry) },
      },
    },
    teller,
  );
}

function decisionFinding(
  entry: RecordEntry,
  record: Decision,
  alert: NewIncident,
  activity: OcsfEvent,
  teller: Teller,
): OcsfEvent {
  const [first, ...more] = classificationsOf(record.findings, record.engine);
  const time = timeOf(record);
  const { action_id, action, disposition_id, disposition } = outcomeOf(record);
  const { src_endpoint, dst_endpoint, ...attributes } = shared(entry, record);
  return makeEvent(
    {
      ocsfClass: first === undefined ? 'detectionFinding' : 'dataSecurityFinding',
      activity: CREATE,
      severity: alert.severity,
      time,
      message: `${sentence(record)} (${alert.kind})`,
      uid: `${record.id}.finding`,
      chain: record.chain,
      profiles: ['security_control', 'host'],
      metadata: { ...metadataOf(entry), correlation_uid: record.id },
      attributes: {
        ...attributes,
        ...NEW,
        ...{ action_id, action, disposition_id, disposition },
        // A detection finding has no endpoints of its own: they are its evidence.
        ...(first === undefined ? { evidences: [{ src_endpoint, dst_endpoint }] } : { src_endpoint, dst_endpoint }),
        is_alert: true,
        finding_info: {
          uid: record.id,
          title: alert.kind,
          types: [alert.kind],
          created_time: time,
          related_events: [{ uid: activity.metadata.uid, type_uid: activity.type_uid }],
        },
        data_security:
          first === undefined
            ? undefined
            : { ...first, detection_system_id: APPLICATION_DLP, data_lifecycle_state_id: IN_USE },
        unmapped: { more_classifications: more.length > 0 ? more : undefined, native: nativeOf(entry) },
      },
    },
    teller,
  );
}

function shared(entry: RecordEntry, record: Decision) {
  const { input, dest, policy, decisive, subject, browser } = record;
  const person = subject.ref ?? entry.person ?? null;
  return {
    actor: {
      app_name: browser.name,
      user: person === null ? undefined : { uid: person, type_id: 1, groups: input.groups.map((name) => ({ name })) },
    },
    device: deviceOf(record),
    src_endpoint: sourceOf(record),
    dst_endpoint: {
      hostname: input.host === '' ? undefined : input.host,
      svc_name: input.app,
      location: dest.region === undefined ? undefined : { region: dest.region },
    },
    policy:
      policy === undefined
        ? undefined
        : {
            uid: policy.digest,
            name: policy.id,
            version: String(policy.version),
            is_applied: record.evaluation === 'evaluated',
          },
    firewall_rule: decisive === undefined ? undefined : { uid: decisive, name: decisive },
  };
}

/** What OCSF has no attribute for. Codes and counts, as in the record. */
function details(record: Decision) {
  const { input, dest } = record;
  return {
    action: record.action,
    would_action: record.would_action,
    user_choice: record.user_choice,
    mode: record.mode,
    evaluation: record.evaluation,
    freshness: record.freshness,
    rules: record.rules.map(({ id, ver, action }) => `${id}@${ver}:${action}`),
    exception: record.exception,
    justification_code: record.justification_code,
    account_kind: input.account_kind,
    plan: dest.plan,
    surface: dest.surface,
    region_basis: dest.region_basis,
    register_ref: record.register_ref,
    register_status: record.register_status,
    channel: input.channel,
    coverage: input.coverage,
    uses: input.uses.map(({ use, conf_pm }) => ({ use, conf_pm })),
    unreadable: input.unreadable.map(({ reason, n }) => ({ reason, count: n })),
    redactions: record.redactions.map((redaction) => ({ class: redaction.class, count: redaction.count })),
    modality: record.modality,
    size: record.size,
    attachments: record.attachments.map(({ type, size, scan }) => ({ type, size, scan })),
    latency_ms: record.latency_ms,
    message_ref: record.msg_ref,
    assurance: record.subject.assurance,
    times: record.times,
  };
}

function sentence({ op, input, action, user_choice, decisive }: Decision): string {
  const answer = user_choice === 'none' ? '' : `, answered ${user_choice}`;
  return `${op} to ${input.app}: ${action}${decisive === undefined ? '' : ` by ${decisive}`}${answer}`;
}
