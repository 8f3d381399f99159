/**
 * Status, verdict, assignee and note of one incident, saved together. The form remembers which version its changes are
 * based on; when somebody else was faster it shows both and lets the reviewer choose.
 */
import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { IncidentDetail, IncidentItem } from '../../api/incidents.ts';
import type { IncidentChange } from '../data/change-incidents.ts';
import { STATUSES } from '../data/incident-filter.ts';
import { fieldWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import layout from '../style/incident.module.css';
import { forgetDraft, type IncidentDraft, recallDraft, rememberDraft } from './incident-draft.ts';
import { useIncidentWork } from './incident-work.tsx';
import { useSession } from './session.ts';
import { useShortcuts } from './shortcuts.tsx';
import { SmallTable } from './small-table.tsx';

interface Props {
  incident: IncidentItem;
  history: IncidentDetail['history'];
}

export function IncidentForm({ incident, history }: Props) {
  const { text, statuses, verdicts } = useText();
  const words = text.incident;
  const { user } = useSession();
  const { work, isPending } = useIncidentWork();
  const [draft, setDraft] = useState<IncidentDraft | null>(() => recallDraft(user, incident.id));
  const verdictInput = useRef<HTMLSelectElement>(null);

  const keep = (next: IncidentDraft | null) => {
    setDraft(next);
    if (next === null) forgetDraft(user, incident.id);
    else rememberDraft(user, incident.id, next);
  };
  const edit = (change: IncidentChange) => {
    const base = draft?.base ?? incident;
    const next = { base, change: { ...draft?.change, ...change } };
    keep(isEmpty(next) ? null : next);
  };
  useShortcuts({
    e: () => {
      edit({ status: 'closed' });
      verdictInput.current?.focus();
    },
  });

  const change: IncidentChange = draft?.change ?? {};
  const status = change.status ?? incident.status;
  const verdict = change.verdict !== undefined ? change.verdict : incident.verdict;
  const assignee = change.assignee !== undefined ? change.assignee : incident.assignee;
  const needsVerdict = status === 'closed' && verdict === null;
  const hasConflict = draft !== null && !isPending && draft.base.version !== incident.version;

  const save = async (base: IncidentItem) => {
    if (draft === null || needsVerdict) return;
    const outcome = await work([{ incident: base, change: tidy(draft.change) }], text.changes.saved);
    // A refused change stays in the form: with a conflict the newer version arrives and is shown beside it.
    if (outcome?.done.length === 1) keep(null);
  };
  return (
    <form
      className={layout.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!hasConflict) void save(draft?.base ?? incident);
      }}
    >
      {hasConflict && (
        <Conflict
          incident={incident}
          change={draft.change}
          who={whoChanged(incident, history)}
          keepMine={() => void save(incident)}
          keepTheirs={() => keep(null)}
        />
      )}
      <NativeSelect
        label={words.status}
        value={status}
        onChange={(event) => edit({ status: event.currentTarget.value as IncidentItem['status'] })}
        data={STATUSES.map((value) => ({ value, label: statuses[value] }))}
      />
      <NativeSelect
        ref={verdictInput}
        label={words.verdict}
        value={verdict ?? ''}
        error={needsVerdict && words.verdictNeeded}
        onChange={(event) => edit({ verdict: (event.currentTarget.value || null) as IncidentItem['verdict'] })}
        data={[
          { value: '', label: words.noVerdict },
          ...Object.entries(verdicts).map(([value, label]) => ({ value, label })),
        ]}
      />
      <div className={layout.row}>
        <TextInput
          className={layout.grow}
          label={words.assignee}
          value={assignee ?? ''}
          maxLength={128}
          autoComplete="off"
          onChange={(event) => edit({ assignee: event.currentTarget.value || null })}
        />
        <Button variant="default" onClick={() => edit({ assignee: user })} disabled={assignee === user}>
          {words.toMe}
        </Button>
      </div>
      <Textarea
        label={words.note}
        description={words.noteHint}
        value={change.note ?? ''}
        minRows={3}
        rows={4}
        maxLength={4000}
        dir="auto"
        onChange={(event) => edit({ note: event.currentTarget.value })}
      />
      <div className={layout.row}>
        <Button type="submit" loading={isPending} disabled={draft === null || needsVerdict || hasConflict}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={() => keep(null)} disabled={draft === null}>
          {words.revert}
        </Button>
      </div>
    </form>
  );
}

/** Every version but the first has its entry; the newest may not have been read yet. */
function whoChanged({ version }: IncidentItem, history: IncidentDetail['history']): string | null {
  return history.length === version - 1 ? (history.at(-1)?.actor ?? null) : null;
}

/** Without fields that say what the incident already was, and without blanks around words. */
function tidy({ note, assignee, ...rest }: IncidentChange): IncidentChange {
  const words = note?.trim();
  return {
    ...rest,
    ...(assignee !== undefined && { assignee: assignee?.trim() || null }),
    ...(words && { note: words }),
  };
}

function isEmpty({ base, change }: IncidentDraft): boolean {
  return (
    (change.note ?? '') === '' &&
    (['status', 'verdict', 'assignee'] as const).every(
      (field) => change[field] === undefined || change[field] === base[field],
    )
  );
}

interface ConflictProps {
  incident: IncidentItem;
  change: IncidentChange;
  /** Who changed it, when that is known. */
  who: string | null;
  keepMine: () => void;
  keepTheirs: () => void;
}

function Conflict({ incident, change, who, keepMine, keepTheirs }: ConflictProps) {
  const all = useText();
  const words = all.text.incident;
  const mine = (['status', 'verdict', 'assignee'] as const).filter((field) => change[field] !== undefined);
  return (
    <div className={layout.conflict} role="alert">
      <strong>
        <bdi>{who === null ? words.changedMeanwhile : words.changedBy(who)}</bdi>
      </strong>
      <Text size="sm">{words.conflictHint}</Text>
      {mine.length > 0 && (
        <SmallTable headers={[words.field, words.theirs, words.yours]}>
          {mine.map((field) => (
            <tr key={field}>
              <td>{all.fields[field]}</td>
              <td>
                <bdi>{fieldWords(all, field, incident[field])}</bdi>
              </td>
              <td>
                <bdi>{fieldWords(all, field, change[field] ?? null)}</bdi>
              </td>
            </tr>
          ))}
        </SmallTable>
      )}
      <div className={layout.row}>
        <Button size="sm" onClick={keepMine}>
          {words.keepMine}
        </Button>
        <Button size="sm" variant="default" onClick={keepTheirs}>
          {words.keepTheirs}
        </Button>
      </div>
    </div>
  );
}
