// The entities in view as a table: to sort, to select.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { countryOf, dateOf, sortOf } from '../../core/download/shown';
import type { Network } from '../../core/exploration/network';
import type { EntityPart } from '../../core/types';
import { EntityLink } from '../../parts/Link';
import type { Actions } from './Explore';

const columns = ['name', 'kind', 'country', 'date', 'ties'] as const;
type Column = (typeof columns)[number];

/** A row, with what its columns show and sort by. */
type Row = Record<Exclude<Column, 'ties'>, string> & { ties: number; entity: EntityPart };

/** The table. */
export function Table({ network, selected, actions }: { network: Network; selected: readonly string[]; actions: Actions }) {
  const { t, i18n } = useTranslation();
  const [sort, setSort] = useState<{ by: Column; up: boolean }>({ by: 'ties', up: false });
  const rows = useMemo(() => rowsOf(network, t), [network, t]);
  const sorted = useMemo(() => sortRows(rows, sort.by, sort.up, i18n.language), [rows, sort, i18n.language]);
  const ids = sorted.map((row) => row.entity.id);
  const all = ids.every((id) => selected.includes(id));
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('explore.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <input type="checkbox" aria-label={t('explore.selectAll')} checked={all} onChange={() => actions.selectAll(all ? [] : ids)} />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column} aria-sort={sort.by === column ? (sort.up ? 'ascending' : 'descending') : 'none'}>
                <button onClick={() => setSort({ by: column, up: sort.by === column ? !sort.up : column !== 'ties' })}>
                  {t(`explore.${column}`)} <span aria-hidden>{sort.by === column ? (sort.up ? '↑' : '↓') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ entity, kind, country, date, ties }) => (
            <tr key={entity.id} aria-selected={selected.includes(entity.id)}>
              <td>
                <input
                  type="checkbox"
                  aria-label={t('explore.select', { name: entity.label })}
                  checked={selected.includes(entity.id)}
                  onChange={() => actions.select(entity.id, true)}
                />
              </td>
              <th scope="row">
                <EntityLink entity={entity} />
              </th>
              <td className="kind">{kind}</td>
              <td className="country">{country}</td>
              <td className="date">{date}</td>
              <td className="ties">{ties}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(network: Network, t: (key: string) => string): Row[] {
  const ties = new Map<string, number>();
  for (const { from, to } of network.relationships) {
    for (const id of new Set([from.id, to.id])) ties.set(id, (ties.get(id) ?? 0) + 1);
  }
  return [...network.entities.values()].map((entity) => {
    const sort = sortOf(entity);
    return {
      entity,
      name: entity.label,
      kind: sort && sort !== 'OTHER' ? t(`sort.${sort}`) : t(`kind.${entity.__typename}`),
      country: countryOf(entity)?.label ?? '',
      date: dateOf(entity) ?? '',
      ties: ties.get(entity.id) ?? 0,
    };
  });
}

/** Sorts rows. What has no value comes last either way, and equal rows stand by name. */
export function sortRows<R extends Omit<Row, 'entity'>>(rows: readonly R[], by: Column, up: boolean, language: string): R[] {
  const words = new Intl.Collator(language, { numeric: true });
  const compare = (a: R, b: R) => {
    if (by === 'ties') return (a.ties - b.ties) * (up ? 1 : -1);
    if (!a[by] || !b[by]) return a[by] ? -1 : b[by] ? 1 : 0;
    return words.compare(a[by], b[by]) * (up ? 1 : -1);
  };
  return rows.toSorted((a, b) => compare(a, b) || words.compare(a.name, b.name));
}
