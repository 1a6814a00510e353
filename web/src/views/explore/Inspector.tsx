// What can be done with the entity selected last: expand it by one type of relationship or all, with their counts first;
// hide it, pin it, open its page.
import { useTranslation } from 'react-i18next';

import { directions } from '../../core/around';
import { countryOf, dateOf, sortOf } from '../../core/download/shown';
import type { Exploration } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import { writeRoute } from '../../core/route';
import type { EntityPart, Kind } from '../../core/types';
import { useAsk } from '../../core/useAsk';
import { CountsDocument, type RelationshipType } from '../../generated/operations';
import { Link } from '../../parts/Link';
import { Glyph } from '../../parts/Glyph';
import { Loading } from '../../parts/States';
import type { Actions } from './Explore';

interface Props {
  network: Network;
  exploration: Exploration;
  selected: readonly string[];
  actions: Actions;
}

/** The panel. */
export function Inspector({ network, exploration, selected, actions }: Props) {
  const { t } = useTranslation();
  const entity = network.entities.get(selected.at(-1) ?? '');
  if (!entity) {
    return (
      <section className="inspector">
        <p className="muted">{t('explore.nothingSelected')}</p>
      </section>
    );
  }
  const { id } = entity;
  const sort = sortOf(entity);
  return (
    <section className="inspector" aria-label={entity.label}>
      {selected.length > 1 && (
        <p className="muted">
          {t('explore.selected', { count: selected.length })}{' '}
          <button className="quiet" onClick={() => actions.selectAll([])}>
            {t('explore.clear')}
          </button>
        </p>
      )}
      <p className="kicker">
        <Glyph kind={entity.__typename} />
        {[t(`kind.${entity.__typename}`), sort && sort !== 'OTHER' && t(`sort.${sort}`), countryOf(entity)?.label, dateOf(entity)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h2>{entity.label}</h2>
      <div className="buttons">
        <Link className="button" to={writeRoute({ page: 'entity', id })}>
          {t('explore.open')}
        </Link>
        <button onClick={() => actions.togglePin(id)}>{t(id in exploration.pinned ? 'explore.unpin' : 'explore.pin')}</button>
        <button onClick={() => actions.hide(id)}>{t('explore.hide')}</button>
      </div>
      <Expand key={id} entity={entity} network={network} exploration={exploration} actions={actions} />
    </section>
  );
}

/** The types of relationship that the entity has, each with its count. */
function Expand({ entity: { id, __typename: kind }, network, exploration, actions }: { entity: EntityPart } & Omit<Props, 'selected'>) {
  const { t } = useTranslation();
  const asking = useAsk(CountsDocument, { id });
  const counts = asking.data?.neighbourhood.omitted ?? [];
  const shown = (type: string) =>
    network.relationships.filter((r) => r.type === type && (r.from.id === id || r.to.id === id)).length;
  const done = exploration.expansions.some((one) => one.id === id && !one.through);
  return (
    <>
      <h3>{t('explore.expand')}</h3>
      <p className="muted">{t('explore.expandHint')}</p>
      {asking.since !== undefined && <Loading since={asking.since} cancel={asking.cancel} />}
      {asking.data && (
        <ul className="expand">
          <li>
            <button disabled={done} onClick={() => actions.expand(id)}>
              <span>{t('explore.expandAll')}</span>
            </button>
          </li>
          {counts.map(({ relationship: type, count }) => (
            <li key={type}>
              <button disabled={shown(type) >= count} onClick={() => actions.expand(id, type)}>
                <span>{tieName(kind, type, t)}</span>
                <span className="count">{t('explore.ofShown', { shown: Math.min(shown(type), count), total: count })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a type of relationship is called, seen from a kind; in both directions where it can be either. */
function tieName(kind: Kind, type: RelationshipType, t: (key: string) => string): string {
  return directions(kind, type)
    .map((direction) => t(`tie.${type}.${direction}`))
    .join(' / ');
}
