/** The inbox: what is open, worked on one by one or many at once. */
import { Button, Menu, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RowSelectionState } from '@tanstack/react-table';
import { useCallback, useMemo, useState } from 'react';
import type { IncidentItem } from '../../api/incidents.ts';
import type { IncidentChange } from '../data/change-incidents.ts';
import { fitsInbox, type IncidentSearch, SEVERITIES, STATUSES } from '../data/incident-filter.ts';
import { incidentsQuery } from '../data/queries.ts';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import { SeverityChip, StatusChip } from '../parts/chips.tsx';
import { type Columns, columnsOf, DataTable } from '../parts/data-table.tsx';
import { useHeldRows } from '../parts/held-rows.ts';
import { useIncidentWork } from '../parts/incident-work.tsx';
import { LiveList } from '../parts/live-list-view.tsx';
import { PageHead } from '../parts/page.tsx';
import { useMay, useSession } from '../parts/session.ts';
import { useShortcuts } from '../parts/shortcuts.tsx';
import { DeviceAndPerson, Moment } from '../parts/values.tsx';
import styles from '../style/table.module.css';

const column = columnsOf<IncidentItem>();
const columnsFor = ({ incidentKinds, text, verdicts }: Words): Columns<IncidentItem> => [
  column.accessor('severity', {
    header: text.incidents.severity,
    cell: ({ getValue }) => <SeverityChip severity={getValue()} />,
  }),
  column.accessor('kind', {
    header: text.incidents.kind,
    cell: ({ row: { original } }) => (
      <>
        <Link to="/incidents/$id" params={{ id: original.id }} data-row={original.id}>
          {incidentKinds[original.kind]}
        </Link>
        {original.verdict !== null && <span className={styles.under}>{verdicts[original.verdict]}</span>}
      </>
    ),
  }),
  column.accessor('status', {
    header: text.incidents.status,
    cell: ({ getValue }) => <StatusChip status={getValue()} />,
  }),
  column.accessor('assignee', {
    header: text.incidents.assignee,
    cell: ({ getValue }) =>
      getValue() !== null && (
        <bdi className={styles.clip} title={getValue() ?? undefined}>
          {getValue()}
        </bdi>
      ),
  }),
  column.accessor('device', {
    header: text.incidents.device,
    cell: ({ row: { original } }) => <DeviceAndPerson id={original.device} person={original.person} />,
  }),
  column.accessor('createdAt', {
    id: 'opened',
    header: text.incidents.opened,
    cell: ({ getValue }) => <Moment ms={getValue()} />,
  }),
];

export function IncidentsPage() {
  const all = useText();
  const { severities, statuses } = all;
  const words = all.text.incidents;
  const columns = useMemo(() => columnsFor(all), [all]);
  const labelOf = useCallback(
    ({ kind, device }: IncidentItem) => `${all.incidentKinds[kind]}, ${device.slice(0, 8)}`,
    [all],
  );
  const may = useMay();
  const search = useSearch({ from: '/incidents' });
  const navigate = useNavigate({ from: '/incidents' });
  const query = useInfiniteQuery(incidentsQuery(search));
  const [selected, setSelected] = useState<RowSelectionState>({});
  const items = useMemo(
    () => (query.data?.pages ?? []).flatMap((page) => page.items).filter((incident) => fitsInbox(incident, search)),
    [query.data, search],
  );
  const held = useHeldRows(items, JSON.stringify(search));
  const chosen = held.shown.filter(({ id }) => selected[id]);
  const narrow = (change: IncidentSearch) => {
    setSelected({});
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const isInbox = search.status === undefined && search.severity === undefined;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <search className={styles.filters}>
        <NativeSelect
          label={words.status}
          value={search.status ?? 'open'}
          data-search
          onChange={(event) => {
            const status = event.currentTarget.value as NonNullable<IncidentSearch['status']>;
            narrow({ status: status === 'open' ? undefined : status });
          }}
          data={[...STATUSES.map((value) => ({ value, label: statuses[value] })), { value: 'any', label: words.any }]}
        />
        <NativeSelect
          label={words.severity}
          value={search.severity ?? ''}
          onChange={(event) =>
            narrow({ severity: (event.currentTarget.value || undefined) as IncidentSearch['severity'] })
          }
          data={[{ value: '', label: words.any }, ...SEVERITIES.map((value) => ({ value, label: severities[value] }))]}
        />
      </search>
      <LiveList
        query={query}
        held={held}
        empty={isInbox ? { title: words.empty, hint: words.emptyHint } : { title: words.none }}
        arrived={words.arrived}
      >
        <DataTable
          label={words.title}
          columns={columns}
          rows={held.shown}
          {...(may('incidents.work') && { selection: { ids: selected, set: setSelected, labelOf } })}
        />
      </LiveList>
      <BulkWork chosen={chosen} done={() => setSelected({})} />
    </>
  );
}

function BulkWork({ chosen, done }: { chosen: IncidentItem[]; done: () => void }) {
  const { text, verdicts } = useText();
  const words = text.incidents;
  const { user } = useSession();
  const { work } = useIncidentWork();
  const [isClosing, setClosing] = useState(false);
  useShortcuts({ e: () => chosen.length > 0 && setClosing(true) });
  const apply = (change: IncidentChange, say: (count: number) => string) => {
    done();
    void work(
      chosen.map((incident) => ({ incident, change })),
      say,
    );
  };
  const saved = text.changes.saved;
  if (chosen.length === 0) return null;
  return (
    <section className={styles.bulk} aria-label={words.selected(chosen.length)}>
      <strong className="num">{words.selected(chosen.length)}</strong>
      <Menu
        opened={isClosing}
        onChange={setClosing}
        position="top-start"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button size="sm">{words.closeAs}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(verdicts) as (keyof typeof verdicts)[]).map((verdict) => (
            <Menu.Item
              key={verdict}
              onClick={() =>
                apply({ status: 'closed', verdict }, (count) => text.changes.closed(count, verdicts[verdict]))
              }
            >
              {verdicts[verdict]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="sm" variant="default" onClick={() => apply({ status: 'investigating' }, saved)}>
        {words.investigate}
      </Button>
      <Button size="sm" variant="default" onClick={() => apply({ assignee: user }, saved)}>
        {words.takeOver}
      </Button>
      {chosen.some(({ status }) => status === 'closed') && (
        <Button size="sm" variant="default" onClick={() => apply({ status: 'open', verdict: null }, saved)}>
          {words.reopen}
        </Button>
      )}
      <Button size="sm" variant="subtle" onClick={done}>
        {words.unselect}
      </Button>
    </section>
  );
}
