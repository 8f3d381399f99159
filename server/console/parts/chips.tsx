/** Codes as small coloured words. The colour only repeats what the word says. */
import type { ReactNode } from 'react';
import type { ConnectorItem } from '../../api/connectors.ts';
import type { DecisionItem } from '../../api/decisions.ts';
import type { DeviceItem } from '../../api/devices.ts';
import type { IncidentItem } from '../../api/incidents.ts';
import { useFormats, useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';

export type Tone = 'good' | 'calm' | 'info' | 'warn' | 'bad' | 'grave';

const ACTION_TONES: Record<DecisionItem['action'], Tone> = {
  allow: 'calm',
  warn: 'warn',
  justify: 'warn',
  redact: 'info',
  route: 'info',
  approve: 'warn',
  block: 'bad',
};
export const SEVERITY_TONES: Record<IncidentItem['severity'], Tone> = {
  critical: 'grave',
  high: 'bad',
  medium: 'warn',
  low: 'calm',
};
const STATUS_TONES: Record<IncidentItem['status'], Tone> = { open: 'info', investigating: 'warn', closed: 'calm' };
const DEVICE_TONES: Record<DeviceItem['state'], Tone> = { active: 'good', silent: 'warn', revoked: 'grave' };
const COVERAGE_TONES: Record<NonNullable<DeviceItem['told']>['coverage'], Tone> = {
  full: 'good',
  partial: 'warn',
  none: 'bad',
};
const CONNECTOR_TONES: Record<ConnectorItem['state'], Tone> = { ok: 'good', failing: 'bad', paused: 'warn' };

export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  );
}

export const ActionChip = ({ action }: { action: DecisionItem['action'] }) => (
  <Chip tone={ACTION_TONES[action]}>{useText().actions[action]}</Chip>
);

export const SeverityChip = ({ severity }: { severity: IncidentItem['severity'] }) => (
  <Chip tone={SEVERITY_TONES[severity]}>{useText().severities[severity]}</Chip>
);

export const StatusChip = ({ status }: { status: IncidentItem['status'] }) => (
  <Chip tone={STATUS_TONES[status]}>{useText().statuses[status]}</Chip>
);

export const DeviceStateChip = ({ state }: { state: DeviceItem['state'] }) => (
  <Chip tone={DEVICE_TONES[state]}>{useText().deviceStates[state]}</Chip>
);

export const CoverageChip = ({ coverage }: { coverage: NonNullable<DeviceItem['told']>['coverage'] }) => (
  <Chip tone={COVERAGE_TONES[coverage]}>{useText().coverages[coverage]}</Chip>
);

export const ConnectorStateChip = ({ state }: { state: ConnectorItem['state'] }) => (
  <Chip tone={CONNECTOR_TONES[state]}>{useText().connectorStates[state]}</Chip>
);

/** What was found, by data class. */
export function ClassChips({ counts }: { counts: DecisionItem['classes'] }) {
  const { classes } = useText();
  const { number } = useFormats();
  const found = Object.entries(counts) as [keyof typeof classes, number][];
  if (found.length === 0) return null;
  return (
    <span className={styles.chips}>
      {found.map(([dataClass, count]) => (
        <Chip key={dataClass} tone="calm">
          {classes[dataClass]} {count > 1 && `× ${number(count)}`}
        </Chip>
      ))}
    </span>
  );
}
