/** One device: what it is, what it told last, what it has sent; and shutting it out. */
import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeviceItem } from '../../api/devices.ts';
import { useRevokeDevice } from '../data/change-enrolment.ts';
import { deviceQuery, tokensQuery } from '../data/queries.ts';
import { useFormats, useText } from '../language/language-context.ts';
import { Certificates } from '../parts/certificates.tsx';
import { CoverageChip, DeviceStateChip } from '../parts/chips.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { PageHead, Panel, Pending } from '../parts/page.tsx';
import { ReasonInput, reasonOf } from '../parts/reason-input.tsx';
import { useMay } from '../parts/session.ts';
import { useToast } from '../parts/toasts.tsx';
import { Copyable, DeviceName, Facts, Moment } from '../parts/values.tsx';
import styles from '../style/page.module.css';

export function DevicePage() {
  const { text } = useText();
  const words = text.device;
  const back = { to: '/devices', label: words.back } as const;
  const may = useMay();
  const { id } = useParams({ from: '/devices/$id' });
  const asked = useQuery(deviceQuery(id));
  const { data: device } = asked;
  if (device === undefined) {
    return (
      <>
        <PageHead title={words.title} back={back} />
        <Pending of={asked} rows={6} />
      </>
    );
  }
  return (
    <>
      <PageHead
        title={words.title}
        back={back}
        lead={
          <span className={styles.chips}>
            <DeviceName id={device.id} />
            <DeviceStateChip state={device.state} />
          </span>
        }
      >
        {may('devices.manage') && <Shutting device={device} />}
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.stack}>
          {device.revoked !== null && <Revoked revoked={device.revoked} />}
          <Told told={device.told} />
          <Chain device={device} />
          <Certificates device={device.id} />
        </div>
        <What device={device} />
      </div>
    </>
  );
}

function Revoked({ revoked: { at, by, why } }: { revoked: NonNullable<DeviceItem['revoked']> }) {
  const { text } = useText();
  const words = text.device;
  return (
    <Panel title={words.revoked}>
      <p className={styles.said}>{why === null ? words.noReason : <bdi>{why}</bdi>}</p>
      <p className={styles.hint}>
        <Moment ms={at} /> {by !== null && <bdi>{words.revokedBy(by)}</bdi>}
      </p>
    </Panel>
  );
}

function What({ device }: { device: DeviceItem }) {
  const { text } = useText();
  const words = text.device;
  const { data: tokens } = useQuery(tokensQuery);
  const token = tokens?.items.find(({ id }) => id === device.token);
  return (
    <Panel title={words.what}>
      <Facts
        stacked
        entries={[
          [words.id, <Copyable key="id" value={device.id} label={words.id} />],
          [words.kid, <Copyable key="kid" value={device.kid} label={words.kid} />],
          [words.browser, <bdi key="browser">{device.browser}</bdi>],
          [words.os, <bdi key="os">{device.os}</bdi>],
          [words.version, <bdi key="version">{device.appVersion}</bdi>],
          [words.enrolled, <Moment key="enrolled" ms={device.enrolledAt} />],
          [
            words.token,
            device.token === null ? words.noToken : <bdi key="token">{token?.label || text.tokens.unnamed}</bdi>,
          ],
          [words.seen, <Moment key="seen" ms={device.seenAt} />],
        ]}
      />
    </Panel>
  );
}

function Told({ told }: Pick<DeviceItem, 'told'>) {
  const { text, freshnesses } = useText();
  const { number } = useFormats();
  const words = text.device;
  return (
    <Panel title={words.told}>
      {told === null ? (
        <p>{words.untold}</p>
      ) : (
        <Facts
          entries={[
            [words.coverage, <CoverageChip key="coverage" coverage={told.coverage} />],
            [
              words.policy,
              told.policyVersion === null
                ? words.noPolicy
                : `${words.policyVersion(told.policyVersion)}, ${freshnesses[told.freshness]}`,
            ],
            [
              words.queued,
              <span key="queued" className="num">
                {number(told.queued)}
              </span>,
            ],
            [words.at, <Moment key="at" ms={told.at} />],
          ]}
        />
      )}
      <p className={styles.hint}>{words.toldHint}</p>
    </Panel>
  );
}

function Chain({ device: { id, chain } }: { device: DeviceItem }) {
  const { text } = useText();
  const { number } = useFormats();
  const words = text.device;
  const may = useMay();
  return (
    <Panel
      title={words.chain}
      aside={
        may('decisions.read') && (
          <Anchor component={Link} to={`/decisions?q=${id}`} size="sm">
            {words.decisions} →
          </Anchor>
        )
      }
    >
      {chain === null ? (
        <p>{words.noChain}</p>
      ) : (
        <>
          <Facts
            entries={[
              [words.epoch, chain.epoch ?? text.nothing],
              [
                words.contiguous,
                <span key="contiguous" className="num">
                  {number(chain.contiguous)}
                </span>,
              ],
              [
                words.last,
                <span key="last" className="num">
                  {number(chain.last)}
                </span>,
              ],
            ]}
          />
          {chain.last > chain.contiguous && <p className={styles.hint}>{words.holes}</p>}
        </>
      )}
    </Panel>
  );
}

function Shutting({ device: { id, revoked, certificate } }: { device: DeviceItem }) {
  const { text } = useText();
  const words = text.device;
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const change = useRevokeDevice(id);
  const isOut = revoked !== null || certificate === 'revoked';
  const close = () => {
    setAsking(false);
    change.reset();
  };
  const submit = (form: FormData) =>
    change.mutate(isOut ? null : reasonOf(form), {
      onSuccess: () => {
        close();
        toast({ title: isOut ? words.restoreDone : words.revokeDone });
      },
    });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {isOut ? words.restore : words.revoke}
      </Button>
      <Confirm
        opened={isAsking}
        title={isOut ? words.restore : words.revoke}
        what={isOut ? words.restoreWhat : words.revokeWhat}
        act={isOut ? words.restore : words.revoke}
        isDangerous={!isOut}
        isPending={change.isPending}
        error={change.error}
        onSubmit={submit}
        onClose={close}
      >
        {!isOut && <ReasonInput hint={words.reasonHint} />}
      </Confirm>
    </>
  );
}
