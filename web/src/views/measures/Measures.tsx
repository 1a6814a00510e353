// How central organizations are, and into which communities the network falls. All of it is computed and stated by no
// source, which the page says where the figures stand, and it tells the network that they were computed on.
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { type Measuring, measures } from '../../core/measuring';
import { go, writeRoute } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import { useAsk } from '../../core/useAsk';
import { CentralityDocument, CommunitiesDocument } from '../../generated/operations';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Communities } from './Communities';
import { Computed } from './Computed';
import { Form } from './Form';
import { Ranking } from './Ranking';

/** The page. */
export function Measures({ measuring }: { measuring: Measuring }) {
  const { t, i18n } = useTranslation();
  const { measure, minShared, projection } = measuring;
  const kinds = measuring.kinds.length > 0 ? [...measuring.kinds] : null;
  const network = { kinds, minShared, lang: i18n.language };
  const ranks = useAsk(CentralityDocument, { measure: measures[measure], ...network }, false, true);
  const groups = useAsk(CommunitiesDocument, measuring.communities ? network : null, false, true);
  const found = ranks.data?.centrality;
  const shown = useMemo(
    () => found && { entities: found.ranking.map(({ organization }) => organization), relationships: [] },
    [found],
  );
  usePutOnScreen(`${t('measures.title')}: ${t(`measures.${measure}`)}`, shown);

  // The address tells the network, so that whoever opens it later learns that it has changed.
  const now = found?.computed.projection;
  const take = (one?: string) => go(writeRoute({ page: 'measures', measuring: { ...measuring, projection: one } }), true);
  useEffect(() => {
    if (now && !projection) take(now);
  });

  return (
    <div className="measures">
      <header>
        <h1>{t('measures.title')}</h1>
        <p className="muted">{t('measures.intro')}</p>
      </header>
      <Form measuring={measuring} />
      <div>
        {ranks.since !== undefined && !found && <Loading since={ranks.since} cancel={ranks.cancel} progress={ranks.progress} />}
        {ranks.cancelled && <Cancelled again={ranks.again} />}
        {ranks.error && <Failure error={ranks.error} again={ranks.again} />}
        {found && (
          <section className="computed">
            <Computed {...found.computed} />
            {projection && now !== projection && (
              <p className="partial" role="note">
                {t('measures.changed', { then: projection.slice(0, 12), now: now!.slice(0, 12) })}{' '}
                <button onClick={() => take(now)}>{t('measures.take')}</button>
              </p>
            )}
            <Ranking ranking={found.ranking} name={t(`measures.${measure}`)} whole={measure === 'degree' || measure === 'core'} />
            {found.computed.organizations > found.ranking.length && (
              <Partial truncated={[]}>
                {t('measures.highest', { count: found.ranking.length, total: found.computed.organizations.toLocaleString(i18n.language) })}
              </Partial>
            )}
            <Partial truncated={ranks.truncated ?? []} />
          </section>
        )}
        {groups.since !== undefined && !groups.data && <Loading since={groups.since} cancel={groups.cancel} progress={groups.progress} />}
        {groups.cancelled && <Cancelled again={groups.again} />}
        {groups.error && <Failure error={groups.error} again={groups.again} />}
        {groups.data && <Communities found={groups.data.communities} truncated={groups.truncated ?? []} />}
      </div>
    </div>
  );
}
