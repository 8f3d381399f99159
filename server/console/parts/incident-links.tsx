/** The incidents that a decision led to. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DecisionDetail } from '../../api/decisions.ts';
import type { IncidentItem } from '../../api/incidents.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { SeverityChip, StatusChip } from './chips.tsx';
import { Panel } from './page.tsx';

export function IncidentLinks({ incidents }: { incidents: DecisionDetail['incidents'] }) {
  const { text, incidentKinds } = useText();
  return (
    <Panel title={text.decision.incidents}>
      {incidents.map(({ id, kind, severity, status }) => (
        <div key={id} className={styles.chips}>
          <SeverityChip severity={severity as IncidentItem['severity']} />
          <StatusChip status={status as IncidentItem['status']} />
          <Anchor component={Link} to={`/incidents/${id}`}>
            {incidentKinds[kind as IncidentItem['kind']]}
          </Anchor>
        </div>
      ))}
    </Panel>
  );
}
