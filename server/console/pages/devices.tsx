/** The browsers that may send records, and the tokens they come in with. */
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DeviceItem } from '../../api/devices.ts';
import { DEVICE_STATES, type DeviceSearch } from '../data/device-filter.ts';
import { devicesQuery } from '../data/queries.ts';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import { CoverageChip, DeviceStateChip } from '../parts/chips.tsx';
import { type Columns, columnsOf, DataTable } from '../parts/data-table.tsx';
import { EnrolmentTokens } from '../parts/enrolment-tokens.tsx';
import { useHeldRows } from '../parts/held-rows.ts';
import { LiveList } from '../parts/live-list-view.tsx';
import { PageHead } from '../parts/page.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { DeviceName, Moment } from '../parts/values.tsx';
import styles from '../style/table.module.css';

const column = columnsOf<DeviceItem>();
const columnsFor = ({ text }: Words): Columns<DeviceItem> => [
  column.accessor('id', {
    id: 'machine',
    header: text.devices.columns.device,
    cell: ({ getValue }) => (
      <Link to="/devices/$id" params={{ id: getValue() }} data-row={getValue()}>
        <DeviceName id={getValue()} />
      </Link>
    ),
  }),
  column.accessor('browser', {
    header: text.devices.columns.browser,
    cell: ({ row: { original } }) => (
      <>
        <bdi className={styles.clip} title={original.browser}>
          {original.browser}
        </bdi>
        <bdi className={styles.under} title={original.os}>
          {text.devices.under(original.os, original.appVersion)}
        </bdi>
      </>
    ),
  }),
  column.accessor('state', {
    header: text.devices.state,
    cell: ({ getValue }) => <DeviceStateChip state={getValue()} />,
  }),
  column.accessor('told', {
    id: 'coverage',
    header: text.devices.columns.coverage,
    cell: ({ row: { original } }) =>
      original.told === null ? (
        <span className={styles.under}>{text.devices.untold}</span>
      ) : (
        <CoverageChip coverage={original.told.coverage} />
      ),
  }),
  column.accessor('seenAt', {
    id: 'time',
    header: text.devices.columns.seen,
    cell: ({ getValue }) => <Moment ms={getValue()} />,
  }),
  column.accessor('enrolledAt', {
    id: 'enrolled',
    header: text.devices.columns.enrolled,
    cell: ({ getValue }) => <Moment ms={getValue()} />,
  }),
];

export function DevicesPage() {
  const all = useText();
  const { deviceStates } = all;
  const words = all.text.devices;
  const columns = useMemo(() => columnsFor(all), [all]);
  const search = useSearch({ from: '/devices' });
  const navigate = useNavigate({ from: '/devices' });
  const query = useInfiniteQuery(devicesQuery(search));
  const items = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.items), [query.data]);
  const held = useHeldRows(items, JSON.stringify(search));
  const hasFilter = Object.values(search).some((value) => value !== undefined);
  const narrow = (change: DeviceSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <EnrolmentTokens />
      <search className={styles.filters}>
        <SearchInput
          label={words.search}
          value={search.q ?? ''}
          onChange={(q) => narrow({ q: q === '' ? undefined : q })}
        />
        <NativeSelect
          label={words.state}
          value={search.state ?? ''}
          onChange={(event) => narrow({ state: (event.currentTarget.value || undefined) as DeviceSearch['state'] })}
          data={[
            { value: '', label: words.any },
            ...DEVICE_STATES.map((value) => ({ value, label: deviceStates[value] })),
          ]}
        />
        {hasFilter && (
          <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
            {words.clear}
          </Button>
        )}
      </search>
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
