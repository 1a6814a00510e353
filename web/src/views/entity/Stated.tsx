// What only the page of a source has: what it states, place by place. An address can name a place, as each statement's
// locator does.
import type { CombinedError } from '@urql/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ask, type Truncation } from '../../core/api';
import type { Shown } from '../../core/download/shown';
import { writeRoute } from '../../core/route';
import { usePartOnScreen } from '../../core/screen';
import { namedAt, placesOf, stated, type Stated as Place, tiesAround } from '../../core/stated';
import type { EntityPart } from '../../core/types';
import { useAsk } from '../../core/useAsk';
import { StatedDocument, type StatedQuery, StatedTiesDocument } from '../../generated/operations';
import { EntityLink, Link } from '../../parts/Link';
import { Failure, Partial, Waiting } from '../../parts/States';

type Named = NonNullable<Extract<StatedQuery['node'], { page: unknown }>>['page'];

/** The list. */
export function Stated({ id, at }: { id: string; at?: string }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const wanted = useMemo(() => (at ? placesOf(at) : undefined), [at]);
  const asking = useAsk(StatedDocument, { id, where: namedAt(wanted), lang });
  const first = asking.data?.node && 'page' in asking.data.node ? asking.data.node.page : undefined;
  const further = useFurther(first, { id, where: namedAt(wanted), lang });
  const pages = useMemo(() => (first ? [first, ...further.pages] : []), [first, further.pages]);
  const named = useMemo(() => pages.flatMap((page) => page.edges), [pages]);
  const around = useMemo(() => first && tiesAround(id, named, wanted), [id, first, named, wanted]);
  const ties = useAsk(StatedTiesDocument, around ? { of: around.of, depth: around.depth, lang } : null, true);
  const places = useMemo(() => stated(id, named, ties.data?.neighbourhood.relationships ?? []), [id, named, ties.data]);
  const labels = useMemo(
    () => new Map([...named.map(({ node }) => node), ...(ties.data?.neighbourhood.nodes ?? [])].map((one) => [one.id, one])),
    [named, ties.data],
  );
  const shown = useMemo(() => (wanted ? places.filter(({ locator }) => wanted.includes(locator)) : places), [places, wanted]);
  usePartOnScreen('stated', useMemo(() => shownOf(shown, labels), [shown, labels]));
  if (!first) return <Waiting asking={asking} />;

  const left = pages.at(-1)!.pageInfo.hasNextPage;
  const { truncated, omitted } = ties.data?.neighbourhood ?? { truncated: false, omitted: [] };
  const cut = around!.cut || truncated || omitted.length > 0;
  const lists = [...(asking.truncated ?? []), ...further.truncated, ...(ties.truncated ?? [])];
  return (
    <section aria-labelledby="stated" className="stated">
      <h2 id="stated" tabIndex={-1}>
        {t('stated.title')} {!wanted && <span className="count">{first.totalCount}</span>}
      </h2>
      <p className="muted">{t('stated.intro')}</p>
      {wanted && (
        <p className="partial" role="note">
          {t('stated.only', { at })} <Link to={writeRoute({ page: 'entity', id })}>{t('stated.all')}</Link>
        </p>
      )}
      {shown.length === 0 && ties.data && <p className="muted">{t(left || cut || lists.length > 0 ? 'stated.notLoaded' : 'stated.nothing')}</p>}
      {shown.map((place) => (
        <AtPlace key={place.locator} place={place} labels={labels} />
      ))}
      {!ties.data && <Waiting asking={ties} />}
      {left && <Partial truncated={[]}>{t('stated.partial')}</Partial>}
      {cut && <Partial truncated={[]}>{t('stated.partialTies')}</Partial>}
      <Partial truncated={lists} />
      {further.error && <Failure error={further.error} again={further.next} />}
      {left && !further.error && (
        <button disabled={further.waiting} onClick={further.next}>
          {t(further.waiting ? 'state.loading' : 'stated.more')}
        </button>
      )}
    </section>
  );
}

interface Further {
  pages: Named[];
  waiting: boolean;
  error?: CombinedError;
  /** The lists of these pages that the server cut. */
  truncated: readonly Truncation[];
}

/** The pages behind the first one, as they are asked for. With another first page, in another language, they are gone. */
function useFurther(first: Named | undefined, variables: { id: string; where: ReturnType<typeof namedAt>; lang: string }) {
  const [state, setState] = useState<Further & { of?: Named }>(nothing);
  const stops = useRef<(() => void)[]>([]);
  useEffect(() => () => stops.current.splice(0).forEach((stop) => stop()), [first]);
  const now = state.of === first ? state : nothing;
  const next = () => {
    const after = (now.pages.at(-1) ?? first)!.pageInfo.endCursor;
    setState({ ...now, of: first, waiting: true, error: undefined });
    const stop = ask(StatedDocument, { ...variables, after }, ({ data, error, truncated }) => {
      const page = data?.node && 'page' in data.node ? [data.node.page] : [];
      setState({ of: first, pages: [...now.pages, ...page], waiting: false, error, truncated: [...now.truncated, ...truncated] });
    });
    stops.current.push(stop);
  };
  return { ...now, next };
}

const nothing: Further = { pages: [], waiting: false, truncated: [] };

/** What is on the list, each once. */
function shownOf(places: readonly Place[], labels: ReadonlyMap<string, EntityPart>): Shown {
  const relationships = new Map(places.flatMap(({ ties }) => ties.map(({ relationship }) => [relationship.id, relationship])));
  const ends = [...relationships.values()].flatMap(({ from, to }) => [labels.get(from.id) ?? [], labels.get(to.id) ?? []].flat());
  const entities = new Map([...places.flatMap(({ named }) => named.map(({ entity }) => entity)), ...ends].map((one) => [one.id, one]));
  return { entities: [...entities.values()], relationships: [...relationships.values()] };
}

/** One place. */
function AtPlace({ place, labels }: { place: Place; labels: ReadonlyMap<string, Parameters<typeof EntityLink>[0]['entity']> }) {
  const { t } = useTranslation();
  const end = (id: string) => {
    const entity = labels.get(id);
    return entity ? <EntityLink entity={entity} /> : <code>{id}</code>;
  };
  return (
    <section aria-label={place.locator} className="place">
      <h3>{place.locator}</h3>
      <ul>
        {place.ties.map(({ relationship: r, basis, note }) => (
          <li key={r.id}>
            {end(r.from.id)} {t(`verb.${r.type}.out`)} {end(r.to.id)} <span className={`basis ${basis}`}>{t(`basis.${basis}`)}</span>
            {note && <span className="note">{note}</span>}
          </li>
        ))}
        {place.named.length > 0 && (
          <li>
            <span className="muted">{t('stated.names')}</span>
            <ul className="inline">
              {place.named.map(({ entity, basis }) => (
                <li key={entity.id}>
                  <EntityLink entity={entity} /> {basis !== 'STATED' && <span className={`basis ${basis}`}>{t(`basis.${basis}`)}</span>}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </section>
  );
}
