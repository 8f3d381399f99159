/** Words for the API's own codes: a new code does not compile without its words. */
import type { ACCOUNT_KINDS, CHANNELS } from '../../../../lib/policy/schema.ts';
import type { ConnectorItem } from '../../../api/connectors.ts';
import type { DecisionDetail, DecisionItem } from '../../../api/decisions.ts';
import type { DeviceItem } from '../../../api/devices.ts';
import type { IncidentItem } from '../../../api/incidents.ts';
import type { Role } from '../../../auth/permissions.ts';

export const actions: Record<DecisionItem['action'], string> = {
  allow: 'Allowed',
  warn: 'Warned',
  justify: 'Reason asked',
  redact: 'Redacted',
  route: 'Routed',
  approve: 'Approval asked',
  block: 'Blocked',
};

export const choices: Record<DecisionItem['userChoice'], string> = {
  none: 'Was not asked',
  redact: 'Sent the redacted text',
  proceed: 'Sent the original',
  justify: 'Gave a reason and sent the original',
  edit: 'Went back to edit',
  cancel: 'Did not send',
};

export const classes: Record<keyof DecisionItem['classes'], string> = {
  PII: 'Personal data',
  PHI: 'Health data',
  PCI: 'Card data',
  SECRET: 'Secret',
  SOURCE_CODE: 'Source code',
  CONFIDENTIAL: 'Confidential',
  CUSTOM: 'Custom',
  PROMPT_RISK: 'Prompt risk',
};

export const modes: Record<DecisionItem['mode'], string> = {
  enforce: 'Enforced',
  warn: 'Warning only',
  monitor: 'Monitoring only',
};

export const effects: Record<NonNullable<DecisionItem['effect']>['state'], string> = {
  as_decided: 'Happened as decided',
  modified: 'Sent in another form than decided',
  not_sent: 'Nothing was sent',
  sent_unredacted: 'The original was sent',
  unobserved: 'Could not be observed',
};

/** By code, for what policy answers today; other codes are shown as they are. */
export const reasons: Record<string, string> = {
  rule: 'A rule decided',
  default: 'No rule matched; the policy’s default applied',
  not_evaluable: 'The prompt could not be read',
  no_policy: 'The device had no policy',
  timeout: 'The decision took too long',
  oversized: 'Too large to be read by the gate',
  stream: 'A stream nobody can look into',
  unannounced_socket: 'A socket that nothing on the page holds',
  unguarded: 'The page had no guard; it has to be loaded again',
  unjudged: 'The extension was restarted before it had judged this',
};

export const channels: Record<(typeof CHANNELS)[number], string> = {
  typed: 'Typed',
  paste: 'Pasted',
  drop: 'Dropped',
  file: 'File',
  draft: 'Draft',
  url: 'In an address',
  voice: 'Spoken',
  tool: 'By a tool',
  other: 'Another way',
};

export const accountKinds: Record<(typeof ACCOUNT_KINDS)[number], string> = {
  personal: 'Personal',
  corporate: 'Of the organisation',
  anonymous: 'Not signed in',
  unknown: 'Not known',
};

export const roles: Record<Role, string> = {
  admin: 'Admin: runs the endpoint, sees no cases',
  author: 'Author: writes policy',
  approver: 'Approver: approves what somebody else wrote',
  reviewer: 'Reviewer: works on incidents',
  privacy_officer: 'Privacy officer: reads cases',
  auditor: 'Auditor: reads all, changes nothing',
  council_observer: 'Works council: sees counts',
};

/** The short form, without what it means. */
export const roleNames: Record<Role, string> = {
  admin: 'Admin',
  author: 'Author',
  approver: 'Approver',
  reviewer: 'Reviewer',
  privacy_officer: 'Privacy officer',
  auditor: 'Auditor',
  council_observer: 'Works council',
};

export const severities: Record<IncidentItem['severity'], string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const statuses: Record<IncidentItem['status'], string> = {
  open: 'Open',
  investigating: 'Investigating',
  closed: 'Closed',
};

export const verdicts: Record<NonNullable<IncidentItem['verdict']>, string> = {
  true_positive: 'True positive',
  false_positive: 'False positive',
  benign: 'Benign',
  duplicate: 'Duplicate',
  resolved: 'Resolved',
};

export const incidentKinds: Record<IncidentItem['kind'], string> = {
  blocked: 'Prompt blocked',
  override: 'Went on after a warning',
  sent_unredacted: 'Original was sent',
  effect_disagrees: 'Outcome differs from the decision',
  fork: 'Two records in one place',
  gap: 'Records missing',
  chain_break: 'Record does not follow the one before',
  unverifiable_record: 'Record cannot be verified',
  tamper_suspected: 'Device suspects tampering',
  records_lost: 'Device lost records',
  policy_rejected: 'Device refused a policy',
  break_glass: 'Rules lifted in an emergency',
};

export const deviceStates: Record<DeviceItem['state'], string> = {
  active: 'Active',
  silent: 'Silent for 24 hours',
  revoked: 'Shut out',
};

export const coverages: Record<NonNullable<DeviceItem['told']>['coverage'], string> = {
  full: 'Full',
  partial: 'Partial',
  none: 'None',
};

export const freshnesses: Record<NonNullable<DeviceItem['told']>['freshness'], string> = {
  fresh: 'up to date',
  stale: 'not confirmed for a while',
  expired: 'expired',
  none: 'without a date',
};

export const connectorTypes: Record<ConnectorItem['type'], string> = {
  otlp: 'OpenTelemetry (OTLP)',
  splunk: 'Splunk',
  sentinel: 'Microsoft Sentinel',
  syslog: 'syslog',
  webhook: 'Webhook',
};

export const connectorStates: Record<ConnectorItem['state'], string> = {
  ok: 'Delivers',
  failing: 'Does not get through',
  paused: 'Paused',
};

/** By code of a delivery; the last three are for codes that are not named. */
export const deliveryFaults: Record<string, string> = {
  connection_refused: 'Nobody listens at this address',
  connection_lost: 'The connection broke off',
  name_unknown: 'The name of the receiver is not known to the network',
  timeout: 'The receiver did not answer in time',
  certificate_untrusted: 'The certificate of the receiver is not trusted',
  tls_failed: 'No secure connection came about',
  partly_rejected: 'The receiver refused some of the events',
  not_acknowledged: 'The receiver did not confirm what it was given',
  ack_not_enabled: 'The receiver confirms nothing: acknowledgement is switched off there',
  unmappable: 'This entry cannot be told; please report it',
  http_400: 'The receiver does not like these events',
  http_401: 'The receiver does not know this token',
  http_403: 'The receiver does not let us in',
  http_404: 'The receiver does not know this path',
  http_413: 'The events are too large for the receiver',
  http_422: 'The receiver does not like these events',
  http_429: 'The receiver is asked too often',
  http_503: 'The receiver is busy or out of service',
  http_5xx: 'The receiver had a problem of its own',
  http_other: 'The receiver refused',
  sign_in: 'The receiver’s sign-in refused us',
};

export const incidentHints: Record<IncidentItem['kind'], string> = {
  blocked: 'Policy stopped a prompt. Check whether the finding was right.',
  override: 'A person was asked to stop and sent the original all the same.',
  sent_unredacted: 'Policy asked for redaction or a stop, and the original left the browser.',
  effect_disagrees: 'What was seen to happen is not what was decided.',
  fork: 'A chain holds two different records with the same number. A healthy device cannot do this.',
  gap: 'Records before this one have not arrived. The incident closes by itself when they do.',
  chain_break: 'The record names another predecessor than the one held here.',
  unverifiable_record: 'A line arrived that cannot be attributed to the device that sent it.',
  tamper_suspected: 'The device found its own stored records changed.',
  records_lost: 'The device could not keep some records and said so.',
  policy_rejected: 'The device kept its last good policy and refused a new one.',
  break_glass:
    'A break-glass in the policy is on: rules ask for a confirmation at most. Review what was sent meanwhile.',
};

export const links: Record<DecisionDetail['verification']['previous'], string> = {
  linked: 'Follows the record before it',
  missing: 'The record before it has not arrived',
  broken: 'Contradicts the record before it',
  erased: 'Follows a record whose time was over and that was erased',
  first: 'First record of its chain',
};

export const nextLinks: Record<DecisionDetail['verification']['next'], string> = {
  linked: 'The next record follows this one',
  missing: 'No next record has arrived yet',
  broken: 'The next record contradicts this one',
  erased: 'The time of the next record was over: it was erased',
};

export const fields: Record<string, string> = { status: 'Status', verdict: 'Verdict', assignee: 'Assignee' };
