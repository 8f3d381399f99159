import { samplePolicy } from '../fakes/sample-policy.ts';

const approver = { role: 'Payment security', person: 'Dana Ruiz' };

/** The policy of the pack: card numbers are redacted, auditors are excused from that, and the finance team no more. */
export function tamperPolicy(version: number): object {
  const excused = { reason: 'The yearly audit needs the real numbers.', approver, rules: ['card-numbers'] };
  return {
    ...(samplePolicy(version) as object),
    exceptions: [
      { id: 'audit', ...excused, group: ['auditors'], from: '2026-11-01T00:00:00Z', expires: '2027-01-01T00:00:00Z' },
      { id: 'over', ...excused, group: ['finance'], from: '2026-11-01T00:00:00Z', expires: '2026-11-20T00:00:00Z' },
    ],
  };
}
