// The page of results: what is called so, or everything, with filters, in an order, and open in every view.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { begin } from '../../core/exploration/exploration';
import { type Finding, mostShown, pageSize, sorts } from '../../core/finding';
import { type View, writeRoute } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import { Link } from '../../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { addressOf, Filters, goFind } from './Filters';
import { Nothing } from './Nothing';
import { ResultLine } from './ResultLine';
import { mostHits, sortOf, useResults } from './results';

const openable = 20; // entities that an exploration begins with at most
const openIn: readonly View[] = ['graph', 'map', 'table'];

/** The page. */
export function Find({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const { group, ids, results, total, capped, asking } = useResults(finding, i18n.language);
  const { q } = finding;
  const title = q ? t('find.titleWords', { q }) : t(`find.group_${group}`);
  const shown = useMemo(() => results && { entities: results.map(({ entity }) => entity), relationships: [] }, [results]);
  usePutOnScreen(title, shown);
  return (
    <div className="find">
      <header className="find-head">
        <h1>{title}</h1>
        <p role="status" className="muted">
          {results && asking.since === undefined && t('find.count', { count: total, n: total.toLocaleString(i18n.language) })}
          {results && results.length < total && ` · ${t('find.shown', { shown: results.length.toLocaleString(i18n.language), n: total.toLocaleString(i18n.language) })}`}
        </p>
      </header>
      <details className="find-filters" open={innerWidth > 768}>
        <summary>{t('find.filters')}</summary>
        <div>{(q === '' || (ids && ids.length > 0)) && <Filters finding={finding} group={group} ids={ids} />}</div>
      </details>
      <div className="find-results">
        {results && results.length > 0 && (
          <div className="find-tools">
            <Order finding={finding} group={group} />
            <OpenAll ids={results.map(({ entity }) => entity.id)} />
          </div>
        )}
        {capped && <Partial truncated={[]}>{t('find.best', { count: mostHits })}</Partial>}
        <Partial truncated={asking.truncated ?? []} />
        {asking.error && <Failure error={asking.error} again={asking.again} />}
        {asking.cancelled && <Cancelled again={asking.again} />}
        {asking.since !== undefined && <Loading since={asking.since} cancel={asking.cancel} />}
        {results?.length === 0 && asking.since === undefined && <Nothing finding={finding} />}
        <ol className="rows">
          {results?.map((result) => <ResultLine key={result.entity.id} result={result} />)}
        </ol>
        {results && results.length < total && <More finding={finding} left={total - results.length} />}
      </div>
    </div>
  );
}

/** The choice of the order, where there is one. */
function Order({ finding, group }: { finding: Finding; group: keyof typeof sorts }) {
  const { t } = useTranslation();
  const orders = [...(finding.q ? ['best'] : []), ...(sorts[group] ?? [])];
  if (orders.length < 2) return <span />;
  return (
    <label>
      {t('find.sort')}{' '}
      <select value={sortOf(finding)} onChange={({ target }) => goFind({ ...finding, sort: target.value === orders[0] ? '' : target.value }, true)}>
        {orders.map((order) => (
          <option key={order} value={order}>
            {t(`find.sort_${order}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Opens the results as an exploration. */
function OpenAll({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  return (
    <p className="find-open">
      {ids.length > openable ? t('find.openFirst', { count: openable }) : t('find.open')}{' '}
      {openIn.map((view) => (
        <Link key={view} to={writeRoute({ page: 'explore', exploration: begin(...ids.slice(0, openable)), view, selected: [] })}>
          {t(`explore.${view}`)}
        </Link>
      ))}
    </p>
  );
}

function More({ finding, left }: { finding: Finding; left: number }) {
  const { t } = useTranslation();
  if (finding.show >= mostShown) return <Partial truncated={[]}>{t('find.most', { count: mostShown })}</Partial>;
  const more = { ...finding, show: finding.show + pageSize };
  return (
    <a
      className="button"
      href={addressOf(more)}
      onClick={(event) => {
        event.preventDefault();
        goFind(more, true);
      }}
    >
      {t('find.more', { count: Math.min(left, pageSize) })}
    </a>
  );
}
