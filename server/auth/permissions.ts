/** Who may do what: the closed set of permissions, and the roles that have each. */

export const ROLES = [
  'admin',
  'author',
  'approver',
  'reviewer',
  'privacy_officer',
  'auditor',
  'council_observer',
] as const;
export type Role = (typeof ROLES)[number];

const CASE_READERS = ['reviewer', 'privacy_officer', 'auditor'] as const;

/**
 * Duties are kept apart: an admin runs the endpoint and sees no cases, a reviewer works on cases and runs nothing, an
 * auditor changes nothing, and the works council votes and changes nothing else.
 */
export const PERMISSIONS = {
  /** One's own sessions and password. */
  'session.own': ROLES,
  /** Counts, nothing about one person. */
  'summary.read': ROLES,
  /** What is new; of cases only to those who may read them. */
  'stream.read': ROLES,
  'decisions.read': CASE_READERS,
  'incidents.read': CASE_READERS,
  'incidents.work': ['reviewer'],
  'evidence.export': ['reviewer', 'auditor'],
  'people.read': ['admin', 'auditor'],
  'people.manage': ['admin'],
  'devices.read': ['admin', 'auditor'],
  'devices.manage': ['admin'],
  'connectors.read': ['admin', 'auditor'],
  'connectors.manage': ['admin'],
  /** The policy in force and drafts that wait; who writes one does not approve it. */
  'policy.read': ['admin', 'author', 'approver', 'auditor'],
  'policy.ask': ['author'],
  'policy.approve': ['approver'],
  /** What two people decide: one's own, and everybody's. Never whom it is about. */
  'proposals.own': ['admin', 'reviewer', 'privacy_officer', 'auditor', 'council_observer'],
  'proposals.read': ['privacy_officer', 'auditor', 'council_observer'],
  'reveal.ask': ['reviewer'],
  'reveal.approve': ['privacy_officer'],
  'erasure.ask': ['admin', 'privacy_officer'],
  'erasure.approve': ['privacy_officer'],
  'retention.read': ['admin', 'privacy_officer', 'auditor', 'council_observer'],
  'retention.ask': ['admin', 'privacy_officer'],
  'retention.approve': ['privacy_officer'],
  /** The works council's own vote, which no other role has. */
  'council.vote': ['council_observer'],
  'holds.read': ['admin', 'privacy_officer', 'auditor', 'council_observer'],
  'holds.manage': ['privacy_officer'],
  /** Acts about policy and privacy. */
  'acts.read': ['privacy_officer', 'auditor', 'council_observer'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export function isRole(value: unknown): value is Role {
  return (ROLES as readonly unknown[]).includes(value);
}

/** Whether one of the roles has the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => holders.includes(role));
}

/** Everything that the roles together allow. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(roles, permission));
}
