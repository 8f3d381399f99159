/** What people do about privacy. Each step reads everything about it again: what stands there is what the endpoint holds. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProposalItem, Revealed, Target } from '../../api/proposals.ts';
import type { RetentionProfile } from '../../privacy/retention-profile.ts';
import { call } from './client.ts';

type Why = Pick<ProposalItem, 'purpose' | 'reason'>;

export type PrivacyChange =
  | { kind: 'askReveal'; incident: string; why: Why }
  | { kind: 'askErasure'; target: Target; why: Why }
  | { kind: 'askRetention'; profile: RetentionProfile; why: Why }
  | { kind: 'askPolicy'; envelope: string; reason: string }
  | { kind: 'vote'; proposal: ProposalItem; part: 'officer' | 'council'; approves: boolean }
  | { kind: 'withdraw'; proposal: ProposalItem }
  | { kind: 'use'; proposal: ProposalItem }
  | { kind: 'hold'; target: Target | null; reason: string }
  | { kind: 'lift'; hold: string };

/** True when it was done; why it was not is the change's error. */
export type ApplyPrivacy = (asked: PrivacyChange) => Promise<boolean>;

/** What every one of these keys begins with. */
export const PRIVACY_KEY = 'privacy';

/** @returns The data of `change` is who somebody is, told once and kept nowhere else, or null. */
export function useChangePrivacy() {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: [PRIVACY_KEY] }),
    gcTime: 0,
  });
  const apply: ApplyPrivacy = (asked) =>
    changing.mutateAsync(asked).then(
      () => true,
      () => false,
    );
  return { change: changing, apply };
}

const PATHS = {
  reveal: 'reveals',
  erasure: 'erasures',
  retention: 'retention-changes',
  policy: 'policy-publications',
} as const;

async function change(asked: PrivacyChange): Promise<Revealed | null> {
  switch (asked.kind) {
    case 'askReveal':
      await call('POST /v1/reveals', { body: { incident: asked.incident, ...asked.why } });
      return null;
    case 'askErasure':
      await call('POST /v1/erasures', { body: { target: asked.target, ...asked.why } });
      return null;
    case 'askRetention':
      await call('POST /v1/retention-changes', { body: { profile: asked.profile, ...asked.why } });
      return null;
    case 'askPolicy':
      await call('POST /v1/policy-publications', { body: { envelope: asked.envelope, reason: asked.reason } });
      return null;
    case 'vote':
      await vote(asked);
      return null;
    case 'withdraw': {
      const { id, kind } = asked.proposal;
      await call(`POST /v1/${PATHS[kind]}/{id}/withdraw`, { params: { id } });
      return null;
    }
    case 'use':
      return use(asked.proposal);
    case 'hold':
      await call('POST /v1/holds', { body: { target: asked.target, reason: asked.reason } });
      return null;
    case 'lift':
      await call('POST /v1/holds/{id}/lift', { params: { id: asked.hold } });
      return null;
  }
}

async function vote({ proposal: { id, kind }, part, approves }: Extract<PrivacyChange, { kind: 'vote' }>) {
  const given = { params: { id }, body: { approves } };
  if (part === 'council') await call('POST /v1/proposals/{id}/council-vote', given);
  else await call(`POST /v1/${PATHS[kind]}/{id}/vote`, given);
}

async function use({ id, kind }: ProposalItem): Promise<Revealed | null> {
  const params = { id };
  if (kind === 'reveal') return call('POST /v1/reveals/{id}/use', { params });
  if (kind === 'erasure') await call('POST /v1/erasures/{id}/use', { params });
  else if (kind === 'policy') await call('POST /v1/policy-publications/{id}/use', { params });
  else await call('POST /v1/retention-changes/{id}/use', { params });
  return null;
}
