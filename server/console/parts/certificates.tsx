/** The certificates of a device's keys, and revoking the one that is good. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CertificateItem } from '../../api/devices.ts';
import { after } from '../data/after.ts';
import { useRevokeCertificate } from '../data/change-enrolment.ts';
import { certificatesQuery } from '../data/queries.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { Chip, type Tone } from './chips.tsx';
import { Confirm } from './confirm.tsx';
import { Panel, Pending } from './page.tsx';
import { ReasonInput, reasonOf } from './reason-input.tsx';
import { useMay } from './session.ts';
import { SmallTable } from './small-table.tsx';
import { useToast } from './toasts.tsx';
import { Day } from './values.tsx';

const TONES: Record<CertificateItem['state'], Tone> = { valid: 'good', ended: 'calm', revoked: 'grave' };

export function Certificates({ device }: { device: string }) {
  const words = useText().text.certificates;
  const asked = useQuery(certificatesQuery(device));
  return (
    <Panel title={words.title}>
      {asked.data === undefined ? (
        <Pending of={asked} rows={2} />
      ) : asked.data.items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <SmallTable headers={[words.key, words.from, words.until, words.assurance, words.state]}>
          {[...asked.data.items].reverse().map((item) => (
            <Row key={item.serial} device={device} item={item} />
          ))}
        </SmallTable>
      )}
      <p className={styles.hint}>{words.hint}</p>
    </Panel>
  );
}

function Row({ device, item: { serial, kid, notBefore, notAfter, assurance, state, revoked } }: RowProps) {
  const words = useText().text.certificates;
  const may = useMay();
  return (
    <tr>
      <td title={serial} className={styles.code}>
        {kid.slice(0, 8)}
      </td>
      <td>
        <Day ms={notBefore} />
      </td>
      <td>
        <Day ms={revoked?.at ?? notAfter} />
      </td>
      <td>{words.assurances[assurance]}</td>
      <td>
        <span className={styles.chips}>
          <Chip tone={TONES[state]}>{words.states[state]}</Chip>
          {revoked !== null && <bdi>{words.revokedBy(revoked.by, revoked.why)}</bdi>}
          {state === 'valid' && may('devices.manage') && <Revoking device={device} serial={serial} />}
        </span>
      </td>
    </tr>
  );
}

interface RowProps {
  device: string;
  item: CertificateItem;
}

function Revoking({ device, serial }: { device: string; serial: string }) {
  const { text } = useText();
  const words = text.certificates;
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const change = useRevokeCertificate(device);
  const close = () => {
    setAsking(false);
    change.reset();
  };
  const submit = (form: FormData) =>
    after(change.mutateAsync({ serial, reason: reasonOf(form) }), () => {
      close();
      toast({ title: words.revokeDone });
    });
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {words.revoke}
      </Button>
      <Confirm
        opened={isAsking}
        title={words.revokeTitle}
        what={words.revokeWhat}
        act={words.revoke}
        isDangerous
        isPending={change.isPending}
        error={change.error}
        onSubmit={submit}
        onClose={close}
      >
        <ReasonInput />
      </Confirm>
    </>
  );
}
