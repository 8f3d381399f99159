/** How long what is kept: the profile in force, what another one would erase now, and asking for it. */
import { Button, Group, NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Retention as RetentionItem } from '../../api/privacy.ts';
import type { RetentionProfile } from '../../privacy/retention-profile.ts';
import type { ApplyPrivacy } from '../data/change-privacy.ts';
import { call } from '../data/client.ts';
import { faultWords } from '../language/code-words.ts';
import { useFormats, useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { useMay } from './session.ts';
import { Facts, Moment } from './values.tsx';
import { WhyForm } from './why-form.tsx';

interface Props {
  retention: RetentionItem;
  isPending: boolean;
  apply: ApplyPrivacy;
}

/** What the entries of a profile are called. */
function useNames() {
  const { privacy, severities } = useText();
  return {
    record: (kind: string) => privacy.records[kind] ?? kind,
    severity: (severity: string) => privacy.incidents(severities[severity as keyof typeof severities]),
  };
}

export function Retention({ retention: { profile, since, lastRun }, isPending, apply }: Props) {
  const all = useText();
  const words = all.privacy;
  const names = useNames();
  const mayAsk = useMay()('retention.ask');
  const [draft, setDraft] = useState<RetentionProfile>(profile);
  const dryRun = useMutation({
    mutationFn: () => callDryRun(draft),
    gcTime: 0,
  });
  const set = (change: RetentionProfile) => {
    setDraft(change);
    dryRun.reset();
  };
  const days = (name: string, value: number | null, put: (days: number | null) => void) => (
    <NumberInput
      key={name}
      label={name}
      value={value ?? ''}
      min={1}
      max={36_500}
      allowDecimal={false}
      placeholder={words.forEver}
      onChange={(typed) => put(typeof typed === 'number' ? typed : null)}
      readOnly={!mayAsk}
    />
  );
  const { records, incidents } = draft;
  return (
    <>
      <p className={styles.hint}>
        {since === null ? words.keepsAll : words.inForce} {since !== null && <Moment ms={since} />}
      </p>
      {lastRun?.endedAt != null && (
        <p className={styles.hint}>
          {words.lastRun(lastRun.erased, lastRun.failed)} <Moment ms={lastRun.endedAt} />
        </p>
      )}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))', gap: 12 }}>
        {Object.entries(records).map(([kind, value]) =>
          days(names.record(kind), value, (put) => set({ ...draft, records: { ...records, [kind]: put } })),
        )}
        {Object.entries(incidents).map(([severity, value]) =>
          days(names.severity(severity), value, (put) =>
            set({ ...draft, incidents: { ...incidents, [severity]: put } }),
          ),
        )}
      </div>
      <Group my="md">
        <Button variant="default" loading={dryRun.isPending} onClick={() => dryRun.mutate()}>
          {words.dryRun}
        </Button>
      </Group>
      <div role="status">
        {dryRun.isError && <p>{faultWords(all, dryRun.error)}</p>}
        {dryRun.isSuccess && <WouldGo {...dryRun.data} />}
      </div>
      {mayAsk && (
        <WhyForm
          label={words.askRetention}
          isPending={isPending}
          ask={(_, why) => apply({ kind: 'askRetention', profile: draft, why })}
        />
      )}
    </>
  );
}

function WouldGo({ records, incidents, isHeld }: Awaited<ReturnType<typeof callDryRun>>) {
  const { privacy: words } = useText();
  const { number } = useFormats();
  const names = useNames();
  const entries: [string, string][] = [
    ...Object.entries(records).map(([kind, n]): [string, string] => [names.record(kind), number(n)]),
    ...Object.entries(incidents).map(([each, n]): [string, string] => [names.severity(each), number(n)]),
  ];
  return (
    <>
      <h3>{words.wouldGo}</h3>
      {isHeld && <p>{words.heldAll}</p>}
      {entries.length === 0 ? <p>{words.nothingGoes}</p> : <Facts entries={entries} />}
    </>
  );
}

const callDryRun = (profile: RetentionProfile) => call('POST /v1/retention/dry-run', { body: { profile } });
