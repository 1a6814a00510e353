// What can be done with the entity selected last: expand it by one type of relationship or all, with their counts first;
// hide it, pin it, open its page. And, where several are selected, with all of them.
import { useTranslation } from 'react-i18next';

import { directions } from '../../core/around';
import { countryName, dateOf, sortOf } from '../../core/download/shown';
import { type Exploration, mostExpanded } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import { perExpansion } from '../../core/exploration/usePieces';
import { writeRoute } from '../../core/route';
import type { EntityPart, Kind } from '../../core/types';
import { useAsk } from '../../core/useAsk';
import { CountsDocument, type RelationshipType } from '../../generated/operations';
import { Inferred } from '../../parts/Inferred';
import { Link } from '../../parts/Link';
import { Glyph } from '../../parts/Glyph';
import { Cancelled, Failure, Loading } from '../../parts/States';
import type { Actions } from './Explore';
import { EntityName } from './OutlineLine';

interface Props {
  network: Network;
  exploration: Exploration;
  selected: readonly string[];
  actions: Actions;
  /** Whether an entity is pinned; undefined where there is no place to pin it to. */
  pinned(id: string): boolean | undefined;
  /** Whether answers are awaited still. */
  waiting: boolean;
}

/** The panel. */
export function Inspector({ network, exploration, selected, actions, pinned, waiting }: Props) {
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
      {selected.length > 1 && <Several network={network} selected={selected} actions={actions} />}
      <p className="kicker">
        <Glyph kind={entity.__typename} />
        {[t(`kind.${entity.__typename}`), sort && sort !== 'OTHER' && t(`sort.${sort}`), countryName(entity, t), dateOf(entity)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h2>{entity.label}</h2>
      {entity.inferred && (
        <p>
          <Inferred /> <span className="muted">{t('basisHint.INFERRED')}</span>
        </p>
      )}
      <div className="buttons">
        <Link className="button" to={writeRoute({ page: 'entity', id })}>
          {t('explore.open')}
        </Link>
        <button disabled={pinned(id) === undefined} onClick={() => actions.togglePin(id)}>
          {t(pinned(id) ? 'explore.unpin' : 'explore.pin')}
        </button>
        <button onClick={() => actions.hide(id)}>{t('explore.hide')}</button>
      </div>
      {pinned(id) === undefined && <p className="muted">{t('canvas.noPlace')}</p>}
      <Expand key={id} entity={entity} network={network} exploration={exploration} actions={actions} waiting={waiting} />
    </section>
  );
}

const listed = 8; // names of what is selected

/** What can be done with all that are selected. */
function Several({ network, selected, actions }: Pick<Props, 'network' | 'selected' | 'actions'>) {
  const { t } = useTranslation();
  return (
    <div className="several">
      <h2>{t('explore.selected', { count: selected.length })}</h2>
      <ul className="plain-list" aria-label={t('canvas.alsoSelected')}>
        {selected.slice(0, listed).map((id) => (
          <li key={id}>
            <EntityName entity={network.entities.get(id)!} />
          </li>
        ))}
        {selected.length > listed && <li className="muted">{t('canvas.more', { count: selected.length - listed })}</li>}
      </ul>
      <div className="buttons">
        <button disabled={selected.length > mostExpanded} onClick={() => actions.expandAll(selected)}>
          {t('canvas.expandSelected', { count: selected.length })}
        </button>
        <button onClick={() => actions.hideAll(selected)}>{t('canvas.hideSelected')}</button>
        <button onClick={() => actions.hideOthers(selected)}>{t('canvas.hideOthers')}</button>
        <button className="quiet" onClick={() => actions.selectAll([])}>
          {t('explore.clear')}
        </button>
      </div>
      {selected.length > mostExpanded && <p className="muted">{t('canvas.mostExpanded', { count: mostExpanded })}</p>}
    </div>
  );
}

/** The types of relationship that the entity has, each with its count. */
function Expand({ entity: { id, __typename: kind }, network, exploration, actions, waiting }: { entity: EntityPart } & Omit<Props, 'selected' | 'pinned'>) {
  const { t } = useTranslation();
  const asking = useAsk(CountsDocument, { id });
  const counts = asking.data?.neighbourhood.omitted ?? [];
  const shown = (type: string) =>
    network.relationships.filter((r) => r.type === type && (r.from.id === id || r.to.id === id)).length;
  const done = (type?: RelationshipType) => exploration.expansions.some((one) => one.id === id && one.through === type);
  // What is expanded and still not all there can be had no further here.
  const short = !waiting && counts.some(({ relationship: type, count }) => done(type) && shown(type) < count);
  return (
    <>
      <h3>{t('explore.expand')}</h3>
      <p className="muted">{t('explore.expandHint')}</p>
      {asking.since !== undefined && <Loading since={asking.since} cancel={asking.cancel} />}
      {asking.error && <Failure error={asking.error} again={asking.again} />}
      {asking.cancelled && <Cancelled again={asking.again} />}
      {asking.data && (
        <ul className="expand">
          <li>
            <button disabled={done()} onClick={() => actions.expand(id)}>
              <span>{t('explore.expandAll')}</span>
            </button>
          </li>
          {counts.map(({ relationship: type, count }) => (
            <li key={type}>
              <button disabled={shown(type) >= count || done(type)} onClick={() => actions.expand(id, type)}>
                <span>{tieName(kind, type, t)}</span>
                <span className="count">{t('explore.ofShown', { shown: Math.min(shown(type), count), total: count })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {short && <p className="muted">{t('canvas.short', { count: perExpansion })}</p>}
    </>
  );
}

/** What a type of relationship is called, seen from a kind; in both directions where it can be either. */
function tieName(kind: Kind, type: RelationshipType, t: (key: string) => string): string {
  return directions(kind, type)
    .map((direction) => t(`tie.${type}.${direction}`))
    .join(' / ');
}
