// The page of paths: between two entities, the best ways from one to the other, each with who says so and why it ranks so.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { follow, mostHops, type PathsAsk, usualHops, writePaths } from '../../core/asked/paths';
import { go } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import { useAsk } from '../../core/useAsk';
import { useNamed } from '../../core/useNamed';
import { PathsDocument, type PathsQuery } from '../../generated/operations';
import { Chips, Picker } from '../../parts/Picker';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { PathCard } from './PathCard';
import { Through } from './Through';

/** A path, as the page knows it. */
export type Path = PathsQuery['paths'][number];

const mostPaths = 8; // that are shown; one more is asked for, so that it is known whether there are others

/** The page. */
export function PathsPage({ ask }: { ask: PathsAsk }) {
  const { t, i18n } = useTranslation();
  const { from, to, avoid, through, hops } = ask;
  const named = useNamed([from, to, ...avoid].filter((id) => id !== undefined));
  const ready = from && to && from !== to;
  const asking = useAsk(
    PathsDocument,
    ready ? { from, to, maxHops: hops, through: through && [...through], avoid: [...avoid], lang: i18n.language } : null,
  );
  const found = asking.data?.paths;
  const paths = useMemo(() => found?.slice(0, mostPaths), [found]);
  const more = found && found.length > mostPaths;
  const shown = useMemo(() => paths && shownOf(paths), [paths]);
  const [start, end] = [named.get(from ?? '')?.label ?? from, named.get(to ?? '')?.label ?? to];
  usePutOnScreen(ready ? t('paths.titleOf', { from: start, to: end }) : t('paths.title'), shown);
  const change = (next: globalThis.Partial<PathsAsk>) => go(writePaths({ ...ask, ...next }));

  return (
    <div className="paths">
      <header className="page-head">
        <h1>{ready ? t('paths.titleOf', { from: start, to: end }) : t('paths.title')}</h1>
        <p className="muted">{t('paths.intro')}</p>
      </header>
      <section className="ask-form" aria-label={t('paths.form')}>
        <div className="path-ends">
          <Picker label={t('paths.from')} value={from} entity={named.get(from ?? '')} choose={(id) => change({ from: id })} />
          <button className="swap" aria-label={t('paths.swap')} title={t('paths.swap')} disabled={!from && !to} onClick={() => change({ from: to, to: from })}>
            ⇄
          </button>
          <Picker label={t('paths.to')} value={to} entity={named.get(to ?? '')} choose={(id) => change({ to: id })} />
        </div>
        <div className="options">
          <label>
            {t('paths.hops')}
            <select value={hops} onChange={(event) => change({ hops: Number(event.target.value) })}>
              {Array.from({ length: mostHops }, (_, i) => (
                <option key={i + 1}>{i + 1}</option>
              ))}
            </select>
          </label>
          <Through ask={ask} change={change} />
          {avoid.length > 0 && (
            <div className="option-list">
              <span>{t('paths.avoid')}</span>
              <Chips label={t('paths.avoid')} ids={avoid} named={named} remove={(id) => change({ avoid: avoid.filter((one) => one !== id) })} />
            </div>
          )}
        </div>
      </section>
      {!from || !to ? <p className="state">{t('paths.need')}</p> : !ready && <p className="state">{t('paths.same')}</p>}
      {asking.error && <Failure error={asking.error} again={asking.again} />}
      {asking.cancelled && <Cancelled again={asking.again} />}
      {ready && asking.since !== undefined && <Loading since={asking.since} cancel={asking.cancel} />}
      {paths && paths.length === 0 && <NoPath ask={ask} change={change} from={start!} to={end!} />}
      {paths && paths.length > 0 && (
        <section aria-labelledby="found">
          <div role="status">
            <h2 id="found">{t('paths.count', { count: paths.length })}</h2>
            {more && <Partial truncated={[]}>{t('state.first', { count: mostPaths })}</Partial>}
          </div>
          <ol className="path-list">
            {paths.map((path, i) => (
              <PathCard
                key={path.steps.map((step) => step.to.id).join(' ')}
                path={path}
                rank={i + 1}
                best={1 / paths[0]!.score}
                through={through}
                avoid={(id) => change({ avoid: [...avoid, id] })}
              />
            ))}
          </ol>
        </section>
      )}
      <Partial truncated={asking.truncated ?? []} />
    </div>
  );
}

/** That there is no path, within what, and what would reach further. */
function NoPath({ ask, change, from, to }: { ask: PathsAsk; change: (next: globalThis.Partial<PathsAsk>) => void; from: string; to: string }) {
  const { t } = useTranslation();
  const further = ask.hops < mostHops ? Math.max(mostHops, usualHops) : undefined;
  const overPlaces = !ask.through?.includes('IN_COUNTRY');
  return (
    <div className="state" role="status">
      <h2>{t('paths.none', { from, to, hops: t('paths.steps', { count: ask.hops }) })}</h2>
      <p>{t('paths.noneText')}</p>
      <p className="buttons">
        {further && <button onClick={() => change({ hops: further })}>{t('paths.more', { count: further })}</button>}
        {overPlaces && (
          <button onClick={() => change(follow(ask, ['IN_COUNTRY', 'OPERATES_IN', 'LOCATED_IN', 'HELD_IN'], true))}>{t('paths.wider')}</button>
        )}
        {ask.avoid.length > 0 && <button onClick={() => change({ avoid: [] })}>{t('paths.nothingAvoided')}</button>}
      </p>
    </div>
  );
}

/** What is on the screen: each entity and relationship of the paths once. */
function shownOf(paths: readonly Path[]) {
  const steps = paths.flatMap((path) => path.steps);
  return {
    entities: [...new Map(steps.flatMap(({ from, to }) => [from, to]).map((entity) => [entity.id, entity])).values()],
    relationships: [...new Map(steps.map(({ relationship }) => [relationship.id, relationship])).values()],
  };
}
