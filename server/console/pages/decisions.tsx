/** The live list of decisions. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DecisionItem } from '../../api/decisions.ts';
import type { DecisionSearch } from '../data/decision-filter.ts';
import { decisionsQuery } from '../data/queries.ts';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import { ActionChip, Chip, ClassChips } from '../parts/chips.tsx';
import { type Columns, columnsOf, DataTable } from '../parts/data-table.tsx';
import { useHeldRows } from '../parts/held-rows.ts';
import { LiveList } from '../parts/live-list-view.tsx';
import { PageHead } from '../parts/page.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { DeviceAndPerson, Moment } from '../parts/values.tsx';
import styles from '../style/table.module.css';

const column = columnsOf<DecisionItem>();
const columnsFor = ({ choices, text }: Words): Columns<DecisionItem> => [
  column.accessor('ts', {
    id: 'time',
    header: text.decisions.columns.time,
    cell: ({ getValue }) => <Moment ms={getValue()} />,
  }),
  column.accessor('action', {
    header: text.decisions.columns.action,
    cell: ({ getValue }) => <ActionChip action={getValue()} />,
  }),
  column.accessor('app', {
    header: text.decisions.columns.app,
    cell: ({ row: { original } }) => (
      <>
        <Link to="/decisions/$id" params={{ id: original.id }} data-row={original.id} className={styles.clip}>
          <bdi>{original.app}</bdi>
        </Link>
        <span className={styles.under} title={original.host}>
          <bdi>{original.host}</bdi>
        </span>
      </>
    ),
  }),
  column.accessor('classes', {
    id: 'findings',
    header: text.decisions.columns.findings,
    cell: ({ getValue }) => <ClassChips counts={getValue()} />,
  }),
  column.accessor('userChoice', {
    id: 'person',
    header: text.decisions.columns.person,
    cell: ({ row }) => choices[row.original.userChoice],
  }),
  column.accessor('device', {
    header: text.decisions.columns.device,
    cell: ({ row: { original } }) => <DeviceAndPerson id={original.device} person={original.person} />,
  }),
  column.accessor('verified', {
    id: 'proof',
    header: text.decisions.proof,
    cell: ({ getValue }) => (
      <Chip tone={getValue() ? 'good' : 'bad'}>
        {getValue() ? text.decisions.verified : text.decisions.notVerified}
      </Chip>
    ),
  }),
];

export function DecisionsPage() {
  const all = useText();
  const words = all.text.decisions;
  const columns = useMemo(() => columnsFor(all), [all]);
  const search = useSearch({ from: '/decisions' });
  const navigate = useNavigate({ from: '/decisions' });
  const query = useInfiniteQuery(decisionsQuery(search));
  const items = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.items), [query.data]);
  const held = useHeldRows(items, JSON.stringify(search));
  const hasFilter = Object.values(search).some((value) => value !== undefined);
  const narrow = (change: DecisionSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Filters search={search} narrow={narrow} apps={items.map(({ app }) => app)}>
        {hasFilter && (
          <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
            {words.clear}
          </Button>
        )}
      </Filters>
      <LiveList
        query={query}
        held={held}
        empty={hasFilter ? { title: words.none } : { title: words.empty, hint: words.emptyHint }}
        arrived={words.arrived}
      >
        <DataTable label={words.title} columns={columns} rows={held.shown} />
      </LiveList>
    </>
  );
}

interface FiltersProps {
  search: DecisionSearch;
  narrow: (change: DecisionSearch) => void;
  /** Apps to offer: those on screen. Any other can be searched for. */
  apps: string[];
  children: React.ReactNode;
}

function Filters({ search, narrow, apps, children }: FiltersProps) {
  const { text, actions, classes } = useText();
  const words = text.decisions;
  const known = [...new Set([...apps, ...(search.app === undefined ? [] : [search.app])])].sort();
  return (
    <search className={styles.filters}>
      <SearchInput
        label={words.search}
        value={search.q ?? ''}
        onChange={(q) => narrow({ q: q === '' ? undefined : q })}
      />
      <Choice label={words.action} value={search.action} options={actions} onChange={(action) => narrow({ action })} />
      <Choice
        label={words.class}
        value={search.class}
        options={classes}
        onChange={(value) => narrow({ class: value })}
      />
      <Choice
        label={words.app}
        value={search.app}
        options={Object.fromEntries(known.map((app) => [app, app.slice(0, 60)]))}
        onChange={(app) => narrow({ app })}
      />
      <Choice
        label={words.range}
        any={words.anyTime}
        value={search.range}
        options={words.ranges}
        onChange={(range) => narrow({ range, from: undefined, to: undefined })}
      />
      {search.range === 'days' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={words[end]}
            value={search[end] ?? ''}
            onChange={(event) => narrow({ [end]: event.currentTarget.value || undefined })}
          />
        ))}
      {children}
    </search>
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  value: K | undefined;
  options: Record<K, string>;
  any?: string;
  onChange: (value: K | undefined) => void;
}

function Choice<K extends string>({ label, value, options, any, onChange }: ChoiceProps<K>) {
  const words = useText().text.decisions;
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || undefined) as K | undefined)}
      data={[
        { value: '', label: any ?? words.any },
        ...Object.entries<string>(options).map(([key, name]) => ({ value: key, label: name })),
      ]}
    />
  );
}
