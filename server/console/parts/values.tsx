/** Values as people read them. What comes from outside is isolated, so that its writing direction stays its own. */
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats, useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';

/** @param ms Since the epoch; shown in the browser's time zone, with its year when that is another one. */
export function Moment({ ms }: { ms: number }) {
  const { moment, fullMoment } = useFormats();
  return (
    <time className="num" dateTime={new Date(ms).toISOString()} title={fullMoment(ms)}>
      {moment(ms, Date.now())}
    </time>
  );
}

/** The day of a moment, where the hour says nothing. */
export function Day({ ms }: { ms: number }) {
  const { day, fullMoment } = useFormats();
  return (
    <time className="num" dateTime={new Date(ms).toISOString()} title={fullMoment(ms)}>
      {day(ms)}
    </time>
  );
}

/** The start of a device's id: enough to tell devices apart on a screen. */
export function DeviceName({ id }: { id: string }) {
  return (
    <span className={styles.code} title={id}>
      {id.slice(0, 8)}
    </span>
  );
}

/** A device, and by which pseudonym whoever used it was called, where the endpoint says so. */
export function DeviceAndPerson({ id, person }: { id: string; person: string | null }) {
  return (
    <>
      <DeviceName id={id} />
      {person !== null && <bdi className={styles.person}>{person}</bdi>}
    </>
  );
}

/** Something to compare or to paste elsewhere. */
export function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <span>
      <code className={styles.code}>{value}</code> <CopyIcon value={value} label={label} />
    </span>
  );
}

export function CopyIcon({ value, label }: { value: string; label: string }) {
  const { text } = useText();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? text.copied : text.copy}>
          <ActionIcon size="sm" variant="subtle" onClick={copy} aria-label={`${text.copy}${text.colon}${label}`}>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">
              {copied ? <path d="m3 8 4 4 6-8" /> : <path d="M5.5 5.5h8v8h-8zM10.5 5V2.5h-8v8H5" />}
            </svg>
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

interface FactsProps {
  entries: [label: string, value: ReactNode][];
  /** Each value under its label, for long values in a narrow place. */
  stacked?: boolean;
}

export function Facts({ entries, stacked }: FactsProps) {
  return (
    <dl className={styles.facts} data-stacked={stacked}>
      {entries.map(([label, value]) => [<dt key={`${label} term`}>{label}</dt>, <dd key={label}>{value}</dd>])}
    </dl>
  );
}
