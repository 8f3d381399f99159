/** Words of the page about privacy. */

import type { HoldItem } from '../../../api/privacy.ts';
import type { ProposalItem } from '../../../api/proposals.ts';
import type { AuditAct } from '../../../store/audit.ts';
import { formatsOf } from '../formats.ts';

const { count } = formatsOf('en');

/** Acts that the page lists. */
export type PrivacyAct = Extract<
  AuditAct,
  | `${'reveal' | 'erasure' | 'retention' | 'hold' | 'policy' | 'council_mode'}_${string}`
  | 'site_pack_published'
  | 'identity_revealed'
  | 'subject_erased'
  | 'records_erased'
  | 'incidents_erased'
>;

const kinds: Record<ProposalItem['kind'], string> = {
  reveal: 'See who it is',
  erasure: 'Erase a person',
  retention: 'Keep things for another time',
  policy: 'Publish a policy',
};
const states: Record<ProposalItem['state'], string> = {
  open: 'Waits for votes',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Taken back',
  expired: 'Too late',
  used: 'Done',
};
const purposes: Record<ProposalItem['purpose'], string> = {
  incident: 'Working on an incident',
  legal_duty: 'A legal duty',
  request_of_person: 'The person asked for it',
  protect_person: 'To protect the person',
  other: 'Something else',
};
const scopes: Record<HoldItem['scope'], string> = { person: 'One person', everybody: 'Everybody' };
/** By kind of record. */
const records: Record<string, string> = {
  decision: 'Decisions',
  effect: 'What was seen to happen after',
  override: 'Overrides',
  exception_used: 'Uses of exceptions',
  breakglass: 'Break-glass',
  policy_applied: 'Policies applied',
  policy_rejected: 'Policies refused',
  site_discovered: 'AI sites found',
  heartbeat: 'Signs of life',
  gap_declared: 'Declared losses',
  tombstone: 'Erased on devices',
  tamper_suspected: 'Suspected tampering',
};

const actNames: Record<PrivacyAct, string> = {
  reveal_requested: 'Seeing who it is: asked for',
  reveal_approved: 'Seeing who it is: approved by a privacy officer',
  reveal_consented: 'Seeing who it is: agreed to by the works council',
  reveal_refused: 'Seeing who it is: refused',
  reveal_withdrawn: 'Seeing who it is: taken back',
  reveal_expired: 'Seeing who it is: too late',
  erasure_requested: 'Erasing a person: asked for',
  erasure_approved: 'Erasing a person: approved by a privacy officer',
  erasure_consented: 'Erasing a person: agreed to by the works council',
  erasure_refused: 'Erasing a person: refused',
  erasure_withdrawn: 'Erasing a person: taken back',
  erasure_expired: 'Erasing a person: too late',
  retention_requested: 'Other times of keeping: asked for',
  retention_approved: 'Other times of keeping: approved by a privacy officer',
  retention_consented: 'Other times of keeping: agreed to by the works council',
  retention_refused: 'Other times of keeping: refused',
  retention_withdrawn: 'Other times of keeping: taken back',
  retention_expired: 'Other times of keeping: too late',
  identity_revealed: 'Saw who it is',
  subject_erased: 'Person erased',
  retention_changed: 'Other times of keeping put in force',
  records_erased: 'Records erased, their time was over',
  incidents_erased: 'Incidents erased, their time was over',
  hold_created: 'Legal hold set',
  hold_lifted: 'Legal hold lifted',
  policy_requested: 'Publishing a policy: asked for',
  policy_approved: 'Publishing a policy: approved by somebody else',
  policy_consented: 'Publishing a policy: agreed to by the works council',
  policy_refused: 'Publishing a policy: refused',
  policy_withdrawn: 'Publishing a policy: taken back',
  policy_expired: 'Publishing a policy: too late',
  policy_used: 'Policy published with the consent of somebody else',
  policy_used_alone: 'Policy published by one person alone',
  policy_published: 'Policy published',
  site_pack_published: 'Site pack published',
  council_mode_on: 'Works council mode switched on',
  council_mode_off: 'Works council mode switched off',
};

export const privacy = {
  title: 'Privacy',
  lead: 'What nobody may do alone, what may not be erased, and how long things are kept.',
  requests: 'Requests',
  noRequests: 'Nothing was asked for.',
  requestHeaders: ['What', 'Asked by', 'Why', 'State', 'Next step'],
  ask: 'Ask',
  set: 'Set',
  askReveal: 'Ask who is behind an incident',
  askErasure: 'Ask to erase a person',
  askRetention: 'Ask for these days',
  incident: 'Number of the incident',
  incidentHint: 'It stands in the address of its page.',
  erasureHint:
    'Destroys the key of whom it is about. Records stay; nobody can ever tell again who that was. This cannot be undone.',
  purpose: 'Purpose',
  reason: 'Reason',
  reasonHint: 'Others read it and it is kept: write no names.',
  target: 'Name, or number of a device',
  targetHint: 'Exactly as the browser or the identity provider told it.',
  targetOrAll: 'Exactly as it was told. Leave it empty for everybody.',
  approve: 'Approve',
  refuse: 'Refuse',
  withdraw: 'Take back',
  use: {
    reveal: 'Show who it is',
    erasure: 'Erase for good',
    retention: 'Put in force',
    policy: 'Publish',
  } satisfies Record<ProposalItem['kind'], string>,
  confirmWord: 'ERASE',
  confirm: (word: string) => `Type ${word} to confirm`,
  until: 'until',
  parts: { officer: 'Privacy officer', council: 'Works council', approver: 'Approver' },
  voted: (part: string, by: string, approves: boolean) => `${part}: ${approves ? 'approved' : 'refused'} by ${by}`,
  revealed: 'Shown only now, and only to you',
  user: 'Name',
  assurance: 'Told by',
  assurances: { managed: 'the settings of the browser', oidc: 'signing in' } as Record<string, string>,
  done: 'Done.',
  holds: 'Legal holds',
  noHolds: 'No legal hold was ever set.',
  holdHeaders: ['About', 'Reason', 'Set by', 'State'],
  newHold: 'Set a legal hold',
  lift: 'Lift',
  stands: 'Stands',
  liftedBy: (name: string) => `Lifted by ${name}`,
  retention: 'How long what is kept',
  forEver: 'for ever',
  keepsAll: 'Nobody has agreed on anything else yet: everything is kept. Days; empty is for ever.',
  inForce: 'Days; empty is for ever. In force since',
  lastRun: (erased: number, failed: string | null) =>
    `Last time ${count(erased, '# entry was', '# entries were')} erased${failed === null ? '' : `, and it ended early (${failed})`}:`,
  dryRun: 'What would go now?',
  wouldGo: 'Would go now',
  nothingGoes: 'Nothing.',
  heldAll: 'A legal hold on everybody stands: nothing goes before it is lifted.',
  incidents: (severity: string) => `Incidents after closing: ${severity}`,
  acts: 'What was done',
  noActs: 'Nothing yet.',
  actHeaders: ['When', 'Who', 'What', 'About'],
  ...{ kinds, states, purposes, scopes, records, actNames },
};
