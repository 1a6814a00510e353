// Where to begin: what there is, who cooperates, what was signed last, and what was read.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { usePutOnScreen } from '../core/screen';
import { dateOf } from '../core/download/shown';
import { useScope } from '../core/scope';
import { useAsk } from '../core/useAsk';
import { HomeDocument, type HomeQuery } from '../generated/operations';
import { EntityLink, Link } from '../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../parts/States';
import { findWords } from '../core/finding';
import { writeRoute } from '../core/route';
import { beginAt } from '../core/exploration/exploration';
import { Invitations } from './Invitations';

/** The first page. */
export function Home() {
  const { t, i18n } = useTranslation();
  const { known } = useScope();
  const asking = useAsk(HomeDocument, { lang: i18n.language });
  const { data, error } = asking;
  const shown = useMemo(
    () => data && { entities: [...data.latest.flatMap((one) => [one, ...nodes(one.parties)]), ...nodes(data.sources)], relationships: [] },
    [data],
  );
  usePutOnScreen('', shown);
  return (
    <div className="home">
      <section className="hero">
        <h1>{t('app.tagline')}</h1>
        {data && (
          <p className="totals">
            <Total n={data.organizationsConnection.totalCount} of={t('home.organizations')} />
            <Total n={data.agreementsConnection.totalCount} of={t('home.agreements')} />
            <Total n={data.eventsConnection.totalCount} of={t('home.events')} />
          </p>
        )}
      </section>
      {error && <Failure error={error} again={asking.again} />}
      {asking.cancelled && <Cancelled again={asking.again} />}
      {asking.since !== undefined && !data && <Loading since={asking.since} cancel={asking.cancel} />}
      {data && data.sources.totalCount === 0 && <p className="state">{known ? t('home.emptyThen', { day: known }) : t('home.empty')}</p>}
      {data && data.sources.totalCount > 0 && (
        <>
          <Invitations data={data} />
          <Beginnings data={data} />
        </>
      )}
      <Partial truncated={asking.truncated ?? []} />
      <footer className="foot">
        <a href="/graphiql">{t('app.graphiql')}</a>
        <a href="/schema.graphql">{t('app.schema')}</a>
      </footer>
    </div>
  );
}

function Total({ n, of }: { n: number; of: string }) {
  const { i18n } = useTranslation();
  return (
    <span>
      <b>{n.toLocaleString(i18n.language)}</b> {of}
    </span>
  );
}

const mostPairs = 8; // of countries; one more is asked for, so that it is known whether there are others

/** What is on the page of a connection. */
function nodes<Node>({ edges }: { edges: readonly { node: Node }[] }): Node[] {
  return edges.map(({ node }) => node);
}

/** That there are others beside those that are shown. */
function Others({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <li className="muted">{t('home.others', { count })}</li> : null;
}

function Beginnings({ data }: { data: HomeQuery }) {
  const { t } = useTranslation();
  return (
    <div className="beginnings">
      <section>
        <h2>{t('home.latest')}</h2>
        <ul className="cards">
          {data.latest.map((agreement) => (
            <li key={agreement.id} className="card">
              <p className="muted">
                {[t(`sort.${agreement.agreementKind}`), t(`status.${agreement.status}`), dateOf(agreement)].filter(Boolean).join(' · ')}
              </p>
              <EntityLink entity={agreement} />
              <ul className="inline">
                {nodes(agreement.parties).map((party) => (
                  <li key={party.id}>
                    <EntityLink entity={party} />
                  </li>
                ))}
                <Others count={agreement.parties.totalCount - agreement.parties.edges.length} />
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <div>
        <section>
          <h2>{t('home.pairs')}</h2>
          <ul className="pairs">
            {data.countryMatrix.slice(0, mostPairs).map(({ a, b, agreements }) => (
              <li key={`${a.code}-${b.code}`}>
                <Link to={writeRoute({ page: 'explore', exploration: beginAt('Country', ...new Set([a.id, b.id])), view: 'graph', selected: [] })}>
                  {a.code === b.code ? t('home.inside', { country: a.label }) : `${a.label} – ${b.label}`}
                </Link>
                <span className="muted">{t('entity.shared', { count: agreements })}</span>
              </li>
            ))}
          </ul>
          {data.countryMatrix.length > mostPairs && <p className="muted">{t('home.morePairs', { count: mostPairs })}</p>}
        </section>
        <section>
          <h2>{t('home.sources')}</h2>
          <p className="muted">{t('home.sourcesText')}</p>
          <ul className="plain">
            {nodes(data.sources).map((source) => (
              <li key={source.id}>
                <EntityLink entity={source} />
              </li>
            ))}
          </ul>
          {data.sources.totalCount > data.sources.edges.length && (
            <Link to={writeRoute({ page: 'find', finding: { ...findWords(''), type: ['Source'] } })}>
              {t('home.allSources', { count: data.sources.totalCount })}
            </Link>
          )}
        </section>
      </div>
    </div>
  );
}
