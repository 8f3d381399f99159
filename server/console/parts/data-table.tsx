// biome-ignore-all lint/a11y/noRedundantRoles: narrow screens change what the elements are displayed as, and with it their roles
/** A list of rows that each lead to a page, with or without selection. Narrow screens show each row as a card. */
import { Checkbox } from '@mantine/core';
import {
  type ColumnDef,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type Dispatch, type SetStateAction, useEffect, useMemo } from 'react';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import styles from '../style/table.module.css';

const features = tableFeatures({ rowSelectionFeature });
type Features = typeof features;
// biome-ignore lint/suspicious/noExplicitAny: columns of one table hold values of different types
export type Columns<T extends { id: string }> = ColumnDef<Features, T, any>[];

export const columnsOf = <T extends { id: string }>() => createColumnHelper<Features, T>();

export interface Selection<T> {
  ids: RowSelectionState;
  set: Dispatch<SetStateAction<RowSelectionState>>;
  /** What a row's checkbox is called. */
  labelOf: (row: T) => string;
}

interface Props<T extends { id: string }> {
  label: string;
  columns: Columns<T>;
  rows: T[];
  selection?: Selection<T>;
}

const NONE: RowSelectionState = {};
/** The row that was opened last: coming back, the keyboard goes on from there. */
let lastOpened: string | null = null;

export function DataTable<T extends { id: string }>({ label, columns, rows, selection }: Props<T>) {
  const labelOf = selection?.labelOf;
  const words = useText().text.incidents;
  const all = useMemo(
    () => (labelOf === undefined ? columns : [selectColumn(labelOf, words), ...columns]),
    [columns, labelOf, words],
  );
  const table = useTable({
    features,
    columns: all,
    data: rows,
    getRowId: ({ id }) => id,
    state: { rowSelection: selection?.ids ?? NONE },
    onRowSelectionChange: (update) => selection?.set(update),
  });
  useEffect(() => {
    if (lastOpened === null) return;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(lastOpened)}"]`)?.focus({ preventScroll: true });
    lastOpened = null;
  }, []);
  return (
    <table className={styles.table} role="table" aria-label={label}>
      <thead role="rowgroup">
        {table.getHeaderGroups().map(({ id, headers }) => (
          <tr key={id} role="row">
            {headers.map((header) => (
              <th key={header.id} role="columnheader" scope="col" data-column={header.column.id}>
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody role="rowgroup">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            data-selected={row.getIsSelected() || undefined}
            onClick={(event) => {
              if ((event.target as HTMLElement).closest('[data-row]') !== null) lastOpened = row.id;
            }}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} role="cell" data-column={cell.column.id}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function selectColumn<T extends { id: string }>(labelOf: (row: T) => string, words: Words['text']['incidents']) {
  return columnsOf<T>().display({
    id: 'select',
    header: ({ table }) => (
      <Checkbox
        size="sm"
        aria-label={words.selectAll}
        checked={table.getIsAllRowsSelected()}
        indeterminate={table.getIsSomeRowsSelected()}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        size="sm"
        className={styles.above}
        aria-label={words.select(labelOf(row.original))}
        checked={row.getIsSelected()}
        onChange={row.getToggleSelectedHandler()}
      />
    ),
  });
}
