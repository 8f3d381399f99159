/** Whether a record holds, what stands beside it in its chain, and the bytes themselves. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DecisionDetail } from '../../api/decisions.ts';
import { useFormats, useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import proof from '../style/proof.module.css';
import { Chip } from './chips.tsx';
import { Panel } from './page.tsx';
import { Copyable, CopyIcon, Facts, Moment } from './values.tsx';

export function Proof({ detail }: { detail: DecisionDetail }) {
  const { text, links, nextLinks } = useText();
  const words = text.decision;
  const { decision, signature, verification, previous, next } = detail;
  return (
    <Panel
      title={words.proof}
      aside={<Chip tone={verification.ok ? 'good' : 'bad'}>{verification.ok ? words.holds : words.holdsNot}</Chip>}
    >
      <ul className={proof.checks}>
        <Check state={verification.signature ? 'passed' : 'failed'}>{words.checks.signature}</Check>
        <Check state={verification.hash ? 'passed' : 'failed'}>{words.checks.hash}</Check>
        <Check state={verification.canonical ? 'passed' : 'failed'}>{words.checks.canonical}</Check>
        <Check state={stateOfLink(verification.previous)}>{links[verification.previous]}</Check>
        <Check state={stateOfLink(verification.next)}>{nextLinks[verification.next]}</Check>
        <Check state={verification.receipted ? 'passed' : 'waiting'}>{words.checks.receipted}</Check>
      </ul>
      <h3>{words.chain}</h3>
      <ol className={proof.chain}>
        <Neighbour label={words.before} record={previous} none={decision.seq === 1 ? words.noBefore : links.missing} />
        <li aria-current="true">
          <span className={styles.hint}>{words.here}</span>
          <strong className="num">{decision.seq}</strong>
        </li>
        <Neighbour label={words.after} record={next} none={words.noAfter} />
      </ol>
      <Facts
        stacked
        entries={[
          [words.hash, <Copyable key="hash" value={decision.hash} label={words.hash} />],
          [words.signature, <Copyable key="signature" value={signature.sig} label={words.signature} />],
          [words.key, <Copyable key="key" value={signature.publicKey} label={words.key} />],
        ]}
      />
    </Panel>
  );
}

type CheckState = 'passed' | 'failed' | 'waiting';
const MARKS: Record<CheckState, string> = { passed: '✓', failed: '✗', waiting: '…' };

function Check({ state, children }: { state: CheckState; children: string }) {
  const { text } = useText();
  const words = text.decision;
  return (
    <li>
      <span role="img" aria-label={words[state]}>
        {MARKS[state]}
      </span>
      <span>{children}</span>
    </li>
  );
}

function stateOfLink(link: DecisionDetail['verification']['previous']): CheckState {
  if (link === 'broken') return 'failed';
  return link === 'missing' ? 'waiting' : 'passed';
}

function Neighbour({ label, record, none }: { label: string; record: DecisionDetail['previous']; none: string }) {
  const { privacy } = useText();
  if (record === null) {
    return (
      <li>
        <span className={styles.hint}>{label}</span>
        {none}
      </li>
    );
  }
  return (
    <li>
      <span className={styles.hint}>{label}</span>
      <strong className="num">{record.seq}</strong>
      {record.kind === 'decision' ? (
        <Anchor component={Link} to={`/decisions/${record.id}`}>
          {privacy.records[record.kind] ?? record.kind}
        </Anchor>
      ) : (
        <bdi>{privacy.records[record.kind] ?? record.kind}</bdi>
      )}
      <span className={styles.hint}>
        <Moment ms={record.ts} />
      </span>
    </li>
  );
}

export function RecordBytes({ record, isReadable }: { record: string; isReadable: boolean }) {
  const { text } = useText();
  const { bytes } = useFormats();
  const words = text.decision;
  const size = new TextEncoder().encode(record).length;
  return (
    <Panel
      title={words.record}
      aside={
        <span className={styles.hint}>
          {bytes(size)} <CopyIcon value={record} label={words.record} />
        </span>
      }
    >
      <p className={styles.hint}>{isReadable ? words.recordHint : words.unreadable}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={proof.record} tabIndex={0}>
        {record}
      </pre>
    </Panel>
  );
}
