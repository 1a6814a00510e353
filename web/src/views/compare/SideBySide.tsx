// The table: a column for each of the compared, a row for each thing that any of them has. What several have is marked.
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { inOrder, particulars, sections } from '../../core/around';
import { type CompareAsk, counts } from '../../core/asked/compare';
import { countryName, dateOf, readable, sortOf } from '../../core/download/shown';
import type { EntityPart, RelationshipPart } from '../../core/types';
import type { NeighbourhoodQuery } from '../../generated/operations';
import { Glyph } from '../../parts/Glyph';
import { EntityLink } from '../../parts/Link';
import { figureText } from '../entity/figure';
import { Cell } from './Cell';
import type { Compared } from './ComparePage';
import { Moments } from './Moments';

/** A thing in a cell, with what ties it to the column's entity. */
export interface Thing {
  id: string;
  entity: EntityPart;
  about: string;
  relationships: readonly RelationshipPart[];
}

interface Row {
  heading: string;
  cells: { things: Thing[]; omitted: number }[];
}

interface Table {
  entities: readonly Compared[];
  around?: NeighbourhoodQuery['neighbourhood'];
  show: CompareAsk['show'];
  names: (id: string) => string;
  remove: (id: string) => void;
}

/** The table, in a region that scrolls by itself where it is wider than the page. */
export function SideBySide({ entities, around, show, names, remove }: Table) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const rows = useMemo(() => [...partners(entities, t), ...(around ? relationships(entities, around, t, lang) : [])], [entities, around, t, lang]);
  return (
    <section aria-labelledby="side">
      <h2 id="side">{t('compare.side')}</h2>
      <div className="scroller" role="group" aria-label={t('compare.side')} tabIndex={0}>
        <table className="side">
          <thead>
            <tr>
              <td />
              {entities.map((entity) => (
                <th key={entity.id} scope="col">
                  <span className="kicker">
                    <Glyph kind={entity.__typename} />
                    {t(`kind.${entity.__typename}`)}
                  </span>
                  <EntityLink entity={entity} />
                  <button className="quiet" aria-label={t('compare.remove', { name: entity.label })} onClick={() => remove(entity.id)}>
                    ✕
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts(entities, t, lang).map(([term, values]) => (
              <tr key={term}>
                <th scope="row">{term}</th>
                {values.map((value, i) => (
                  <td key={entities[i]!.id}>{value || <None />}</td>
                ))}
              </tr>
            ))}
            {rows.map(({ heading, cells }) => {
              const shared = counts(cells.map(({ things }) => things));
              return (
                <tr key={heading}>
                  <th scope="row">
                    {heading}
                    {cells.some(({ omitted }) => omitted > 0) && <p className="muted cut">{t('compare.ofShown')}</p>}
                  </th>
                  {cells.map(({ things, omitted }, i) => (
                    <Cell key={entities[i]!.id} things={things} omitted={omitted} shared={shared} show={show} of={entities[i]!.label} names={names} />
                  ))}
                </tr>
              );
            })}
          </tbody>
          {entities.length > 1 && <Moments entities={entities} />}
        </table>
      </div>
    </section>
  );
}

function None() {
  return <span className="muted">–</span>;
}

/** What is said of each alone; a fact that none has makes no row. */
function facts(entities: readonly Compared[], t: TFunction, lang: string): [term: string, values: string[]][] {
  const rows: [string, (e: Compared) => string | null | undefined | false][] = [
    ['kind', (e) => (sortOf(e) && t(`sort.${sortOf(e)}`)) || ('placeKind' in e && e.placeKind && t(`sort.${e.placeKind}`))],
    ['country', (e) => countryName(e, t)],
    ['founded', (e) => 'founded' in e && e.founded?.toString()],
    ['homepage', (e) => 'homepage' in e && e.homepage?.replace(/^https?:\/\//, '')],
    ['code', (e) => 'code3' in e && [e.code, e.code3].filter(Boolean).join(', ')],
    ['status', (e) => 'status' in e && t(`status.${e.status}`)],
    ['signedOn', (e) => 'signedOn' in e && readable(e.signedOnText ?? e.signedOn)],
    ['startDate', (e) => 'startDate' in e && readable(e.startDateText ?? e.startDate)],
    ['endDate', (e) => 'endDate' in e && readable(e.endDateText ?? e.endDate)],
    ['amount', (e) => 'amount' in e && e.amount !== null && `${e.amount.toLocaleString(lang)} ${e.currency ?? ''}`],
  ];
  return rows
    .map(([term, value]): [string, string[]] => [t(`entity.${term}`), entities.map((e) => value(e) || '')])
    .filter(([, values]) => values.some(Boolean));
}

/** The row of partners, where any of them can have some. */
function partners(entities: readonly Compared[], t: TFunction): Row[] {
  if (!entities.some((e) => 'partnersConnection' in e)) return [];
  const cells = entities.map((e) => {
    if (!('partnersConnection' in e)) return { things: [], omitted: 0 };
    const { edges, totalCount } = e.partnersConnection;
    const things = edges.map(({ node, properties }) => ({
      id: node.id,
      entity: node,
      about: t('entity.shared', { count: properties.shared }),
      relationships: properties.evidence,
    }));
    return { things, omitted: totalCount - edges.length };
  });
  return [{ heading: t('entity.partners'), cells }];
}

/** A row for each type of relationship and direction that any of them has. */
function relationships(entities: readonly Compared[], around: NeighbourhoodQuery['neighbourhood'], t: TFunction, lang: string): Row[] {
  const columns = entities.map(({ id }) => sections(id, around));
  const all = columns.flat();
  const keys = [...new Set(all.sort(inOrder).map(({ type, direction }) => `${type}.${direction}`))];
  return keys.map((key) => ({
    heading: t(`tie.${key}`),
    cells: columns.map((column) => {
      const section = column.find(({ type, direction }) => `${type}.${direction}` === key);
      const things = (section?.rows ?? []).map(({ entity, relationship }) => ({
        id: entity.id,
        entity,
        about: [entity.__typename === 'Figure' && figureText(entity, t, lang), particulars(relationship), dateOf(entity)].filter(Boolean).join(' · '),
        relationships: [relationship],
      }));
      return { things, omitted: section?.omitted ?? 0 };
    }),
  }));
}
