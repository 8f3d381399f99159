/** What was asked for that nobody may do alone: who asked, who voted, and the step that is one's own to take. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProposalItem } from '../../api/proposals.ts';
import type { ApplyPrivacy } from '../data/change-privacy.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { Chip, type Tone } from './chips.tsx';
import { Empty } from './page.tsx';
import { useMay, useSession } from './session.ts';
import { SmallTable } from './small-table.tsx';
import { Moment } from './values.tsx';

const TONES: Record<ProposalItem['state'], Tone> = {
  open: 'info',
  approved: 'warn',
  refused: 'bad',
  withdrawn: 'calm',
  expired: 'calm',
  used: 'good',
};

interface Props {
  items: readonly ProposalItem[];
  isPending: boolean;
  apply: ApplyPrivacy;
}

export function Requests({ items, ...rest }: Props) {
  const { privacy: words } = useText();
  if (items.length === 0) return <Empty title={words.noRequests} />;
  return (
    <SmallTable headers={words.requestHeaders}>
      {items.map((proposal) => (
        <tr key={proposal.id}>
          <td>
            {words.kinds[proposal.kind]}
            {proposal.incident !== null && <div className={styles.code}>{proposal.incident}</div>}
          </td>
          <td>
            <bdi>{proposal.askedBy}</bdi>
            <div className={styles.hint}>
              <Moment ms={proposal.askedAt} />
            </div>
          </td>
          <td>
            {words.purposes[proposal.purpose]}
            <div className={styles.hint}>
              <bdi>{proposal.reason}</bdi>
            </div>
          </td>
          <td>
            <Chip tone={TONES[proposal.state]}>{words.states[proposal.state]}</Chip>
            {proposal.votes.map(({ part, by, approves }) => (
              <div key={`${part} ${by}`} className={styles.hint}>
                {words.voted(words.parts[proposal.kind === 'policy' ? 'approver' : part], by, approves)}
              </div>
            ))}
            {(proposal.state === 'open' || proposal.state === 'approved') && (
              <div className={styles.hint}>
                {words.until} <Moment ms={proposal.endsAt} />
              </div>
            )}
          </td>
          <td>
            <Steps proposal={proposal} {...rest} />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}

function Steps({ proposal, isPending, apply }: { proposal: ProposalItem } & Omit<Props, 'items'>) {
  const { privacy: words } = useText();
  const { user } = useSession();
  const may = useMay();
  const { kind, state, askedBy, needs, votes } = proposal;
  if (askedBy === user) {
    const isOver = state !== 'open' && state !== 'approved';
    if (isOver) return null;
    return (
      <Group gap="xs">
        {state === 'approved' && <Use proposal={proposal} isPending={isPending} apply={apply} />}
        <Button size="compact-sm" variant="default" onClick={() => apply({ kind: 'withdraw', proposal })}>
          {words.withdraw}
        </Button>
      </Group>
    );
  }
  const waits = (part: 'officer' | 'council') => needs.includes(part) && !votes.some((vote) => vote.part === part);
  const hasVoted = votes.some(({ by }) => by === user);
  const part =
    may(`${kind}.approve`) && waits('officer') ? 'officer' : may('council.vote') && waits('council') ? 'council' : null;
  if (state !== 'open' || part === null || hasVoted) return null;
  const cast = (approves: boolean) => apply({ kind: 'vote', proposal, part, approves });
  return (
    <Group gap="xs">
      <Button size="compact-sm" loading={isPending} onClick={() => cast(true)}>
        {words.approve}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => cast(false)}>
        {words.refuse}
      </Button>
    </Group>
  );
}

/** What cannot be taken back is typed. */
function Use({ proposal, isPending, apply }: { proposal: ProposalItem } & Omit<Props, 'items'>) {
  const { privacy: words } = useText();
  const [typed, setTyped] = useState('');
  const isGrave = proposal.kind === 'erasure' || proposal.kind === 'retention';
  return (
    <>
      {isGrave && (
        <TextInput
          label={words.confirm(words.confirmWord)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          size="xs"
        />
      )}
      <Button
        size="compact-sm"
        color={isGrave ? 'red' : undefined}
        loading={isPending}
        disabled={isGrave && typed !== words.confirmWord}
        onClick={() => apply({ kind: 'use', proposal })}
      >
        {words.use[proposal.kind]}
      </Button>
    </>
  );
}
