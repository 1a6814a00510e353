// The entities in view as a table: to sort, to select, with the columns that one chooses. Only the rows on the screen are
// drawn.
import { getCoreRowModel, getSortedRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { EntityLink } from '../../../parts/Link';
import type { ViewProps } from '../viewProps';
import { columnName, Columns } from './Columns';
import { type Column, columnsOf, numeric, parseColumns, parseSorting, type Row, rowsOf, usualColumns } from './rows';

/** The table. */
export function Table({ network, selected, actions, look, changeLook }: ViewProps) {
  const { t, i18n } = useTranslation();
  const data = useMemo(() => rowsOf(network, t), [network, t]);
  const columns = useMemo(() => columnsOf(i18n.language), [i18n.language]);
  const shown = parseColumns(look.cols);
  const sorting = useMemo(() => parseSorting(look.sort), [look.sort]);
  const table = useReactTable({
    data,
    columns,
    state: { sorting },
    getRowId: (row) => row.id,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const { rows } = table.getRowModel();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => 41, overscan: 12 });
  const chosen = useMemo(() => new Set(selected), [selected]);
  const anchor = useRef<string>(undefined);

  /** Selects as a file manager does. */
  const select = (id: string, { shiftKey, ctrlKey, metaKey }: { shiftKey: boolean; ctrlKey?: boolean; metaKey?: boolean }) => {
    const ids = rows.map((row) => row.id);
    const from = ids.indexOf(anchor.current ?? selected.at(-1) ?? '');
    if (shiftKey && from >= 0) {
      const to = ids.indexOf(id);
      const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      return actions.selectAll(ctrlKey || metaKey ? [...new Set([...selected, ...range])] : range);
    }
    anchor.current = id;
    if (ctrlKey || metaKey) actions.selectAll(chosen.has(id) ? selected.filter((one) => one !== id) : [...selected, id]);
    else actions.selectAll([id]);
  };
  const sortBy = (column: Column) => {
    const [now] = sorting;
    const desc = now!.id === column ? !now!.desc : numeric.includes(column);
    const sort = `${desc ? '-' : ''}${column}`;
    changeLook({ sort: sort === '-ties' ? undefined : sort });
  };
  const all = rows.length > 0 && rows.every((row) => chosen.has(row.id));
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <div className="table-tools">
        <p className="muted" id="table-help">
          {t('table.rows', { count: rows.length })} · {t('table.help')}
        </p>
        <Columns shown={shown} change={(to) => changeLook({ cols: to.join() === usualColumns.join() ? undefined : to.join() })} />
      </div>
      <div ref={frame} className="table-frame" tabIndex={0} role="region" aria-label={t('explore.table')} aria-describedby="table-help">
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t('explore.selectAll')}
                  checked={all}
                  onChange={() => actions.selectAll(all ? [] : rows.map((row) => row.id))}
                />
              </th>
              {shown.map((column) => {
                const { id, desc } = sorting[0]!;
                return (
                  <th key={column} scope="col" className={column} aria-sort={id === column ? (desc ? 'descending' : 'ascending') : 'none'}>
                    <button onClick={() => sortBy(column)}>
                      {columnName(column, t)} <span aria-hidden>{id === column ? (desc ? '↓' : '↑') : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr aria-hidden style={{ height: above }} />}
            {items.map(({ index }) => {
              const row = rows[index]!;
              return (
                <tr
                  key={row.id}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-selected={chosen.has(row.id)}
                  onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                  onClick={(event) => event.target instanceof HTMLElement && !event.target.closest('a, input') && select(row.id, event)}
                >
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('explore.select', { name: row.original.name })}
                      checked={chosen.has(row.id)}
                      onChange={(event) => select(row.id, { shiftKey: (event.nativeEvent as MouseEvent).shiftKey, ctrlKey: true })}
                    />
                  </td>
                  {shown.map((column) => (
                    <Cell key={column} column={column} row={row.original} />
                  ))}
                </tr>
              );
            })}
            {below > 0 && <tr aria-hidden style={{ height: below }} />}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ column, row }: { column: Column; row: Row }) {
  const { t } = useTranslation();
  if (column === 'name') {
    return (
      <th scope="row">
        <EntityLink entity={row.entity} />
      </th>
    );
  }
  if (column === 'basis') return <td className="basis-cell">{row.basis && <span className={`basis ${row.basis}`}>{t(`basis.${row.basis}`)}</span>}</td>;
  return <td className={column}>{row[column]}</td>;
}
