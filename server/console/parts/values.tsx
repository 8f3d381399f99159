/** Values as people read them. What comes from outside is isolated, so that its writing direction stays its own. */
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../messages.data.ts';
import styles from '../style/page.module.css';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

/** @param ms Since the epoch; shown in the browser's time zone, with its year when that is another one. */
export function Moment({ ms }: { ms: number }) {
  const isThisYear = new Date(ms).getFullYear() === new Date().getFullYear();
  return (
    <time className="num" dateTime={new Date(ms).toISOString()} title={full.format(ms)}>
      {(isThisYear ? day : dayOfYear).format(ms)}, {clock.format(ms)}
    </time>
  );
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A length of time in its largest unit, e.g. `3 minutes`. */
export function lengthOf(ms: number): string {
  const [unit, size] = UNITS.find(([, each]) => ms >= each) ?? UNITS[3];
  return new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(ms / size));
}

/** The start of a device's id: enough to tell devices apart on a screen. */
export function DeviceName({ id }: { id: string }) {
  return (
    <span className={styles.code} title={id}>
      {id.slice(0, 8)}
    </span>
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
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? text.copied : text.copy}>
          <ActionIcon size="sm" variant="subtle" onClick={copy} aria-label={`${text.copy}: ${label}`}>
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
