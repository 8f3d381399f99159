/** Every sentence of the console. Tables are keyed by the API's own codes: a new code does not compile without its words. */
import type { ConnectorItem } from '../api/connectors.ts';
import type { DecisionDetail, DecisionItem } from '../api/decisions.ts';
import type { DeviceItem } from '../api/devices.ts';
import type { IncidentItem } from '../api/incidents.ts';
import type { Role } from '../auth/permissions.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

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
export const roleName = (role: Role): string => roles[role].split(':')[0]!;

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

const deliveryFaults: Record<string, string> = {
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
};

/** What a delivery's code means; `null` for one that nobody has written words for. */
export function deliveryFault(code: string): string | null {
  // Splunk says more than its status; the words are for the status.
  const plain = code.replace(/_hec_\d+$/, '');
  if (Object.hasOwn(deliveryFaults, plain)) return deliveryFaults[plain]!;
  if (/^http_5/.test(code)) return 'The receiver had a problem of its own';
  if (/^http_/.test(code)) return 'The receiver refused';
  if (/^sign_in_/.test(code)) return 'The receiver’s sign-in refused us';
  return null;
}

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

/** Words for the value of a changed field. */
export function fieldValue(field: string, value: string | null): string {
  if (value === null) return text.nothing;
  if (field === 'status' && value in statuses) return statuses[value as IncidentItem['status']];
  if (field === 'verdict' && value in verdicts) return verdicts[value as NonNullable<IncidentItem['verdict']>];
  return value;
}

export const text = {
  product: 'Sluice',
  nothing: 'none',
  loading: 'Loading',
  table: 'Table',
  retry: 'Try again',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  skip: 'Skip to content',
  menu: 'Pages',
  pageTitle: (page: string) => `${page} · Sluice`,

  signIn: {
    title: 'Sign in',
    lead: 'Review what was decided, work on incidents, export evidence.',
    user: 'Name',
    password: 'Password',
    submit: 'Sign in',
    ended: 'Your session has ended. Sign in to go on where you were.',
    wrong: 'Name or password is wrong.',
    tooMany: 'Too many tries. Wait a little before the next one.',
    out: 'Sign out',
    as: (user: string) => `Signed in as ${user}`,
    at: (host: string) => `Sign in at ${host}`,
    or: 'or with a name and password kept here',
  },

  fault: {
    lost: 'The endpoint does not answer. What you see may be out of date; it is brought up to date as soon as it answers.',
    unreachable: 'The endpoint does not answer',
    unreachableHint: 'Nothing is lost: devices keep their records until it does.',
    missing: 'There is nothing under this address',
    missingHint: 'It may belong to another tenant, or the address is incomplete.',
    failed: 'This did not work',
    forbidden: 'Your roles do not allow this',
    forbiddenHint: (have: string) => `You have: ${have}. Somebody who manages people here can change that.`,
    crashed: 'This page could not be shown',
  },

  theme: { label: 'Appearance', auto: 'System', light: 'Light', dark: 'Dark' },

  overview: {
    discovered: 'AI sites nobody listed',
    noneDiscovered: 'No browser found any.',
    discoveredOn: (devices: number, times: number) =>
      `${devices === 1 ? '1 device' : `${devices} devices`}, ${times === 1 ? 'once' : `${times} times`}`,
    title: 'Overview',
    lead: 'What needs you now.',
    open: 'Open incidents',
    calm: 'No open incidents.',
    calmHint: 'New ones appear here by themselves.',
    urgent: 'Most urgent',
    noneUrgent: 'Nothing critical or high is open.',
    all: 'All open incidents',
    decisions: 'Decisions in the last 24 hours',
    noDecisions: 'No decisions in the last 24 hours.',
    total: (n: number) => count(n, 'decision', 'decisions'),
    few: (people: number | null) => `< ${people ?? 5}`,
    fewOnly: (people: number | null) => `by fewer than ${people ?? 5} people`,
    unknownFew: (people: number | null) => `fewer than ${people ?? 5} people report`,
    byClass: 'With findings of',
    noFindings: 'No findings.',
    fleet: 'Devices and records',
    devices: 'Enrolled devices',
    silent: 'Silent for 24 hours',
    refused: 'Records refused',
    refusedHint: 'Arrived, but could not be verified. Kept as they came.',
    policy: 'Policy in force',
    noPolicy: 'None published here; devices use their own',
    version: (n: number) => `Version ${n}`,
  },

  decisions: {
    title: 'Decisions',
    lead: 'Every decision made on a device, newest first.',
    search: 'Search app, host or device',
    action: 'Action',
    class: 'Data class',
    app: 'App',
    range: 'Time',
    any: 'Any',
    anyTime: 'Any time',
    ranges: {
      '1h': 'Last hour',
      '24h': 'Last 24 hours',
      '7d': 'Last 7 days',
      '30d': 'Last 30 days',
      days: 'From day to day',
    },
    from: 'From',
    to: 'To',
    clear: 'Clear filters',
    empty: 'No decision yet',
    emptyHint: 'The first one appears here by itself, a moment after a device has made it.',
    none: 'No decision fits these filters',
    arrived: (n: number) => `Show ${count(n, 'new decision', 'new decisions')}`,
    columns: { time: 'Time', action: 'Action', app: 'App', findings: 'Findings', person: 'Person', device: 'Device' },
    proof: 'Proof',
    verified: 'Verified',
    notVerified: 'Not verified',
    older: 'Load older',
    end: 'That is all.',
    shown: (n: number) => `${count(n, 'row', 'rows')} shown`,
  },

  decision: {
    title: 'Decision',
    back: 'All decisions',
    what: 'What happened',
    action: 'Decided',
    would: 'Had every rule enforced',
    person: 'The person',
    effect: 'Seen to happen',
    noEffect: 'Nothing reported yet',
    disagrees: 'This disagrees with the decision',
    channel: 'Channel',
    account: 'Account',
    reason: 'Why',
    took: 'Time to decide',
    milliseconds: (n: number) => `${n} ms`,
    decidedAt: 'Decided at',
    receivedAt: 'Received at',
    device: 'Device',
    subject: 'Person (pseudonym)',
    findings: 'Findings',
    noFindings: 'Nothing was found in this prompt.',
    type: 'Type',
    class: 'Class',
    number: 'Count',
    confidence: 'Confidence up to',
    percent: (permille: number) => `${permille / 10} %`,
    rules: 'Rules',
    noRules: 'No rule matched.',
    rule: 'Rule',
    decisive: 'Decided',
    mode: 'Mode',
    policy: 'Policy',
    noPolicy: 'The device had no policy',
    digest: 'Policy digest (SHA-256)',
    proof: 'Proof',
    holds: 'Verified just now',
    holdsNot: 'Does not verify',
    checks: {
      signature: 'The device’s signature fits these bytes',
      hash: 'The hash fits these bytes',
      canonical: 'The bytes are in canonical form',
      receipted: 'Covered by a receipt of this endpoint',
    },
    passed: 'yes',
    failed: 'no',
    waiting: 'not yet',
    chain: 'Place in its chain',
    before: 'Before',
    here: 'This record',
    after: 'After',
    noBefore: 'Nothing: the chain starts here',
    noAfter: 'Nothing yet',
    hash: 'Record hash (SHA-256)',
    key: 'Device key',
    signature: 'Signature (Ed25519)',
    record: 'The record, byte for byte',
    recordHint: 'These are the bytes that were signed. They hold no prompt text.',
    bytes: (n: number) => count(n, 'byte', 'bytes'),
    unreadable: 'These bytes are not a decision record.',
    incidents: 'Incidents',
  },

  incidents: {
    title: 'Incidents',
    lead: 'What somebody has to look at.',
    status: 'Status',
    severity: 'Severity',
    any: 'Any',
    kind: 'What',
    device: 'Device',
    assignee: 'Assignee',
    opened: 'Opened',
    verdict: 'Verdict',
    empty: 'Nothing is open',
    emptyHint: 'New incidents appear here by themselves.',
    none: 'No incident fits these filters',
    arrived: (n: number) => `Show ${count(n, 'new incident', 'new incidents')}`,
    select: (what: string) => `Select: ${what}`,
    selectAll: 'Select all shown',
    selected: (n: number) => `${n} selected`,
    closeAs: 'Close as',
    investigate: 'Investigate',
    reopen: 'Reopen',
    takeOver: 'Assign to me',
    unselect: 'Clear selection',
  },

  incident: {
    title: 'Incident',
    back: 'All incidents',
    work: 'Work on it',
    status: 'Status',
    verdict: 'Verdict',
    noVerdict: 'No verdict yet',
    verdictNeeded: 'Closing needs a verdict.',
    assignee: 'Assignee',
    toMe: 'Assign to me',
    note: 'Note',
    noteHint: 'Becomes part of the history and cannot be changed later.',
    save: 'Save',
    revert: 'Discard',
    history: 'History',
    opened: 'Opened',
    system: 'The endpoint',
    decision: 'The decision it is about',
    noDecision: 'This incident is about the chain of records, not about one decision.',
    place: 'Place in the chain',
    record: (seq: number) => `Record ${seq}`,
    changedMeanwhile: 'Somebody else changed this incident',
    changedBy: (who: string) => `${who} changed this incident while you were working on it.`,
    conflictHint: 'Nothing of yours is lost. Choose what should stand.',
    field: 'Field',
    theirs: 'Now',
    yours: 'Yours',
    keepMine: 'Apply mine',
    keepTheirs: 'Keep what stands now',
  },

  changes: {
    saved: (n: number) => (n === 1 ? 'Incident changed' : `${n} incidents changed`),
    closed: (n: number, verdict: string) => `${count(n, 'incident', 'incidents')} closed: ${verdict}`,
    undo: 'Undo',
    undone: (n: number) => `${count(n, 'change', 'changes')} taken back`,
    failed: (n: number) => `${count(n, 'incident', 'incidents')} could not be changed`,
    conflicts: 'Somebody else changed them first. They are shown as they stand now.',
    dismiss: 'Dismiss',
  },

  evidence: {
    title: 'Evidence',
    lead: 'A pack that an auditor can check without trusting anybody.',
    holds: 'What it holds',
    contents: [
      'Every record of every device, byte for byte as it was signed, with its signature',
      'The devices’ public keys, this endpoint’s receipts and the key that signed them',
      'The signed policies that the records cite',
    ],
    check: 'How to check it',
    checkHint: 'Unpack it, then run this anywhere, without a network. It names the first thing that does not fit.',
    command: 'npm run -s verify -- DIR',
    limits: 'What it does not prove',
    limitsHint:
      'That nothing happened on devices that sent no records. Holes inside a chain are found; a device that never spoke is not in the pack.',
    download: 'Download evidence pack',
    done: (name: string) => `Saved as ${name}`,
    logged: 'Each download is written into the audit log.',
  },

  people: {
    title: 'People',
    lead: 'Who may sign in here, and what they may do.',
    add: 'Add a person',
    name: 'Name',
    roles: 'Roles',
    source: 'Signs in',
    local: 'Here, with a password',
    oidc: 'At the identity provider',
    seen: 'Last here',
    never: 'Not signed in',
    state: 'State',
    open: 'Open',
    closed: 'Closed',
    mustChange: 'Has to change the password',
    you: 'you',
    edit: 'Change',
    change: (name: string) => `Change ${name}`,
    save: 'Save',
    cancel: 'Cancel',
    create: 'Create',
    reset: 'New password',
    signOut: 'Sign out everywhere',
    close: 'Close account',
    reopen: 'Open account',
    ownHint: 'Nobody changes their own roles: somebody else has to.',
    fromProvider: 'Their roles come from their groups at the identity provider.',
    done: (name: string) => `${name} was changed.`,
    signedOut: (name: string) => `${name} is signed out everywhere.`,
    once: (name: string) => `Password of ${name}, shown only now:`,
    onceHint: 'It has to be changed at the first sign-in.',
  },

  account: {
    title: 'Your account',
    lead: 'Your roles, your password, and where you are signed in.',
    roles: 'Your roles',
    password: 'Password',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 12 characters.',
    change: 'Change password',
    changed: 'Changed. Your other sessions have ended.',
    wrong: 'The current password is wrong.',
    made: 'This password was made for you. Choose one of your own to go on.',
    sessions: 'Where you are signed in',
    here: 'This browser',
    began: 'Since',
    seen: 'Last used',
    end: 'End',
    agent: 'Browser',
  },

  devices: {
    title: 'Devices',
    lead: 'Browsers that may send records, and how they come in.',
    search: 'Search device, browser, system, version or token',
    state: 'State',
    any: 'Any',
    clear: 'Clear filters',
    empty: 'No device yet',
    emptyHint:
      'Make an enrolment token and put it into the managed settings. The first browser appears here by itself.',
    none: 'No device fits these filters',
    arrived: (n: number) => `Show ${count(n, 'new device', 'new devices')}`,
    columns: {
      device: 'Device',
      browser: 'Browser',
      coverage: 'Protection',
      seen: 'Last heard of',
      enrolled: 'Enrolled',
    },
    under: (os: string, version: string) => `${os}, Sluice ${version}`,
    untold: 'Not told yet',
  },

  device: {
    title: 'Device',
    back: 'All devices',
    what: 'What it is',
    id: 'Device',
    kid: 'Key',
    browser: 'Browser',
    os: 'System',
    version: 'Sluice',
    enrolled: 'Enrolled',
    seen: 'Last heard of',
    token: 'Came with the token',
    noToken: 'Not known',
    told: 'What it told last',
    toldHint: 'From its last signed heartbeat. A device sends one every hour while its browser runs.',
    untold: 'It has sent no heartbeat yet.',
    at: 'Told',
    coverage: 'Protection',
    policy: 'Policy',
    policyVersion: (n: number) => `Version ${n}`,
    noPolicy: 'None',
    queued: 'Records waiting on it',
    chain: 'Its records',
    noChain: 'None have arrived.',
    epoch: 'Chain epoch',
    contiguous: 'Held without a hole up to',
    last: 'Last one held',
    holes: 'Some before the last one are missing.',
    decisions: 'Its decisions',
    revoked: 'Shut out',
    revokedBy: (who: string) => `by ${who}`,
    noReason: 'No reason was written down.',
    revoke: 'Revoke device',
    revokeWhat:
      'It can neither send records nor enrol again. Its browser goes on enforcing the last policy it has, keeps its records and tells the person. What it has sent stays, and stays verifiable.',
    reason: 'Reason',
    reasonHint: 'Shown here to whoever looks at this device later.',
    revokeDone: 'The device is shut out',
    restore: 'Let in again',
    restoreWhat: 'It may send records again with the key it has, those too that it has kept meanwhile.',
    restoreDone: 'The device is let in again',
  },

  tokens: {
    title: 'Enrolment tokens',
    hint: 'A browser comes in once, with the token of its managed settings. After that it has a key of its own.',
    label: 'For whom',
    labelHint: 'A team, a site, a group of machines.',
    uses: 'Used',
    usesOf: (uses: number, most: number | null) =>
      most === null ? uses.toLocaleString('en') : `${uses.toLocaleString('en')} of ${most.toLocaleString('en')}`,
    expires: 'Expires',
    never: 'Never',
    made: 'Made',
    madeBy: (who: string) => (who === 'settings' ? 'by the settings' : `by ${who}`),
    state: 'State',
    unnamed: 'From the settings',
    usable: 'Usable',
    ended: 'Ended',
    expired: 'Expired',
    usedUp: 'Used up',
    none: 'There is no token that could be used.',
    showEnded: (n: number) => `Show ${count(n, 'token', 'tokens')} that cannot be used any more`,
    hideEnded: 'Hide what cannot be used any more',
    add: 'New token',
    create: 'Make token',
    cancel: 'Cancel',
    expiresHint: 'Until the end of this day. Empty: never.',
    most: 'Devices at most',
    mostHint: 'Empty: no limit.',
    once: (label: string) => `Token for ${label}, shown only now:`,
    onceHint: 'Put it into the managed setting “enrolmentToken”. It is kept nowhere: whoever loses it makes another.',
    onceDone: 'I have it',
    act: 'End',
    end: (label: string) => `End token: ${label}`,
    endWhat: 'No further device can come in with it. Devices that did stay.',
    endDone: 'The token has ended',
  },

  connectors: {
    title: 'Connectors',
    lead: 'Who else is told what happens here, and whether they have it.',
    empty: 'There are no connectors',
    emptyHint: 'They are made in the file that CONNECTORS_FILE names: to a SIEM, a collector, a webhook.',
    target: 'To',
    backlog: 'Not delivered yet',
    upToDate: 'Nothing, it has everything',
    entries: (n: number) => count(n, 'entry', 'entries'),
    oldest: (age: string) => `the oldest for ${age}`,
    place: 'Place in the feed',
    placeOf: (position: number, size: number) => `${position.toLocaleString('en')} of ${size.toLocaleString('en')}`,
    delivered: 'Delivered so far',
    lastSuccess: 'Last delivery',
    never: 'None yet',
    lastError: 'Last problem',
    noError: 'None',
    tries: (n: number) => count(n, 'failed try', 'failed tries'),
    nextTry: 'next try',
    test: 'Send a test event',
    tested: (name: string, ms: number) => `${name} took the test event in ${ms} ms`,
    testFailed: (name: string) => `${name} did not take the test event`,
    pause: 'Pause',
    paused: (name: string) => `${name} is paused`,
    resume: 'Resume',
    resumed: (name: string) => `${name} delivers again`,
    replay: 'Deliver again',
    replayTitle: (name: string) => `Deliver again: ${name}`,
    replayWhat: 'Everything from there on is delivered, again where the receiver has it already.',
    fromStart: 'From the beginning',
    fromTime: 'From a time',
    fromPosition: 'From a place in the feed',
    time: 'Time',
    position: 'Place',
    positionHint: (size: number) => `0 to ${size.toLocaleString('en')}`,
    replayed: (position: number) => `It goes on at place ${position.toLocaleString('en')}`,
    letters: 'Put aside',
    lettersHint: 'The receiver refuses these entries. The others were delivered without them.',
    lettersMore: (n: number) => `The first ${n} are shown.`,
    noLetters: 'None',
    showLetters: (n: number) => `Show ${count(n, 'entry that was', 'entries that were')} put aside`,
    hideLetters: 'Hide what was put aside',
    why: 'Why',
    lastTry: 'Last try',
    count: 'Tries',
    acts: 'What to do',
    retry: 'Try again',
    retryOne: (position: number) => `Try again: place ${position.toLocaleString('en')}`,
    retryAll: 'Try all again',
    retried: (n: number) => `${count(n, 'entry is', 'entries are')} tried again`,
    isDue: 'Is tried again',
    drop: 'Drop',
    dropOne: (position: number) => `Drop place ${position.toLocaleString('en')}`,
    dropWhat:
      'This receiver will never have it. It stays in the log and in evidence packs, and that it was dropped is written into the log.',
    dropped: 'The entry was dropped',
  },

  confirm: { cancel: 'Cancel' },

  keys: {
    title: 'Keyboard',
    open: 'Keyboard shortcuts',
    enable: 'Single-key shortcuts',
    search: 'Search, or the first filter',
    move: 'Next and previous row',
    enter: 'Open the row',
    select: 'Select the row',
    close: 'Close as …',
    undo: 'Undo the last change',
    go: 'This list',
  },
};
