// What happened when, to what is selected, or else to what is in view.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Network } from '../../core/exploration/network';
import { isOrganization } from '../../core/kinds';
import { useAsk } from '../../core/useAsk';
import { TimelineDocument, type TimelineQuery } from '../../generated/operations';
import { EntityLink } from '../../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Evidence } from '../entity/Evidence';
import type { Actions } from './Explore';

const most = 50; // entities that the server takes at once
const longest = 250; // days; the server refuses what would read too many rows

type Moment = TimelineQuery['timeline'][number];

/** The timeline. */
export function Timeline({ network, selected, actions }: { network: Network; selected: readonly string[]; actions: Actions }) {
  const { t, i18n } = useTranslation();
  const asked = useMemo(() => (selected.length > 0 ? [...selected] : dated(network)), [network, selected]);
  const of = asked.slice(0, most);
  const asking = useAsk(TimelineDocument, { of, lang: i18n.language, first: longest }, true);
  const years = useMemo(() => Map.groupBy(asking.data?.timeline ?? [], (moment) => moment.day.slice(0, 4)), [asking.data]);
  return (
    <div className="timeline">
      {asked.length > most && <Partial truncated={[]}>{t('explore.timelineOf', { count: most, total: asked.length })}</Partial>}
      <Partial truncated={asking.truncated ?? []} />
      {asking.data?.timeline.length === longest && (
        <Partial truncated={[]}>{t('state.partialList', { path: t('explore.timeline'), limit: longest })}</Partial>
      )}
      {asking.error && <Failure error={asking.error} again={asking.again} />}
      {asking.cancelled && <Cancelled again={asking.again} />}
      {asking.since !== undefined && <Loading since={asking.since} cancel={asking.cancel} />}
      {asking.data && years.size === 0 && <p className="state">{t('explore.noMoments')}</p>}
      {[...years].map(([year, moments]) => (
        <section key={year}>
          <h2>{year}</h2>
          <ol>
            {moments.map((moment, i) => (
              <OneMoment key={i} moment={moment} selected={selected} actions={actions} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function OneMoment({ moment, selected, actions }: { moment: Moment; selected: readonly string[]; actions: Actions }) {
  const { t } = useTranslation();
  const { day, latest, text, what, entity, involved, evidence } = moment;
  const vague = day !== latest;
  return (
    <li className={vague ? 'vague' : ''} data-selected={selected.includes(entity.id)}>
      <time dateTime={vague ? undefined : day} title={vague ? t('explore.vague', { from: day, to: latest }) : undefined}>
        {text ?? day}
      </time>
      <div>
        <p>
          <EntityLink entity={entity} /> <span className="muted">{t(`explore.moment_${what}`)}</span>{' '}
          <input
            type="checkbox"
            aria-label={t('explore.select', { name: entity.label })}
            checked={selected.includes(entity.id)}
            onChange={() => actions.select(entity.id, true)}
          />
        </p>
        {involved.some((one) => one.id !== entity.id) && (
          <ul className="inline">
            {involved
              .filter((one) => one.id !== entity.id)
              .map((one) => (
                <li key={one.id}>
                  <EntityLink entity={one} />
                </li>
              ))}
          </ul>
        )}
        {evidence.length > 0 && <Evidence relationships={evidence} of={entity.label} />}
      </div>
    </li>
  );
}

/** The entities in view to which something can happen, those that it happens to first. */
function dated(network: Network): string[] {
  const all = [...network.entities.values()];
  const own = all.filter((one) => one.__typename === 'Agreement' || one.__typename === 'Event');
  return [...own, ...all.filter((one) => isOrganization(one.__typename))].map((one) => one.id);
}
