// The partnerships of two countries, with the statements behind each; where there are none, what was read.
import { useTranslation } from 'react-i18next';

import { begin, beginAt } from '../../../core/exploration/exploration';
import { writeRoute } from '../../../core/route';
import { useAsk } from '../../../core/useAsk';
import { CoverageDocument, type CoverageQuery, PairDocument } from '../../../generated/operations';
import { EntityLink, Link } from '../../../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../../../parts/States';
import { Partnership } from '../../entity/Partnership';

const first = 50; // pairs that are listed
const openable = 20; // entities that an exploration begins with at most

/** The list of a pair. */
export function Pair({ a, b }: { a: string; b: string }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const asking = useAsk(PairDocument, { country: a, with: b, first, lang });
  const covering = useAsk(CoverageDocument, { country: a, with: a === b ? null : b, lang });
  const found = asking.data?.partnerships;
  const coverage = covering.data?.coverage;
  const names = coverage && [coverage.country.label, coverage.with?.label].filter((one) => one !== undefined);
  const title = !names ? `${a} – ${b}` : names.length < 2 ? t('map.inside', { country: names[0] }) : t('map.tie', { a: names[0], b: names[1] });
  const organizations = [...new Set(found?.edges.flatMap(({ node }) => [node.here.id, node.there.id]))];
  const exploration = organizations.length > 0 ? begin(...organizations.slice(0, openable)) : beginAt('Country', ...new Set([a, b]));
  return (
    <section className="pair" aria-labelledby="pair">
      <header>
        <h2 id="pair">{title}</h2>
        {found && <span className="count">{t('matrix.pairs', { count: found.totalCount })}</span>}
        <Link className="button" to={writeRoute({ page: 'explore', exploration, view: 'graph', selected: [] })}>
          {t('matrix.explore')}
        </Link>
      </header>
      {[asking, covering].map((one, i) => one.error && <Failure key={i} error={one.error} again={one.again} />)}
      {[asking, covering].map((one, i) => one.cancelled && <Cancelled key={i} again={one.again} />)}
      {(asking.since ?? covering.since) !== undefined && <Loading since={asking.since ?? covering.since} cancel={asking.since === undefined ? covering.cancel : asking.cancel} />}
      <ul className="rows">
        {found?.edges.map(({ node }) => (
          <Partnership key={`${node.here.id} ${node.there.id}`} pair={node} />
        ))}
      </ul>
      <Partial truncated={[...(asking.truncated ?? []), ...(covering.truncated ?? [])]} />
      {found && found.totalCount > first && <Partial truncated={[]}>{t('matrix.first', { count: first })}</Partial>}
      {found?.totalCount === 0 && coverage && <Read coverage={coverage} />}
    </section>
  );
}

/** What was read, where nothing was found. */
function Read({ coverage: { country, with: other, sources, upTo } }: { coverage: CoverageQuery['coverage'] }) {
  const { t } = useTranslation();
  if (sources.length === 0) return <p className="coverage">{t('matrix.noSource')}</p>;
  const silent = [sources.every(({ entities }) => entities === 0) && country, sources.every(({ entitiesWith }) => entitiesWith === 0) && other];
  return (
    <div className="coverage">
      <p>
        {t('matrix.noPartnership', { count: sources.length, day: upTo })}{' '}
        {silent.map((one) => one && <span key={one.code}>{t('matrix.neither', { country: one.label })}</span>)}
      </p>
      <h3>{t('matrix.read')}</h3>
      <ul className="plain">
        {sources.map(({ source, entities, entitiesWith }) => (
          <li key={source.id}>
            <EntityLink entity={source} />{' '}
            <span className="muted">
              {country.label}: {t('matrix.speaks', { count: entities })}
              {other && entitiesWith !== null && ` · ${other.label}: ${t('matrix.speaks', { count: entitiesWith })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
