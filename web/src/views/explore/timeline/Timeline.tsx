// What happened when, to what is selected, or else to what is in view.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { readable } from '../../../core/download/shown';
import type { Network } from '../../../core/exploration/network';
import { isOrganization } from '../../../core/kinds';
import { type Dated, extent, parseYears, within, writeYears } from '../../../core/timescale';
import { useAsk } from '../../../core/useAsk';
import { TimelineDaysDocument, TimelineDocument, type TimelineQuery } from '../../../generated/operations';
import { EntityLink } from '../../../parts/Link';
import { Cancelled, Failure, Loading, Partial } from '../../../parts/States';
import { Evidence } from '../../entity/Evidence';
import type { Actions } from '../Explore';
import type { ViewProps } from '../viewProps';
import { together } from './moments';
import { Overview } from './Overview';

const most = 50; // entities that the server takes at once
const longest = 250; // moments; the server refuses what would read too many rows
const mostDays = 5000; // moments on the scale, which needs their days alone

type Moment = TimelineQuery['timeline'][number];

/** The timeline. */
export function Timeline({ network, selected, actions, look, changeLook }: ViewProps) {
  const { t, i18n } = useTranslation();
  const asked = useMemo(() => (selected.length > 0 ? [...selected] : dated(network)), [network, selected]);
  const variables = { of: asked.slice(0, most), lang: i18n.language, first: longest };
  const asking = useAsk(TimelineDocument, variables, true);
  const all = asking.data?.timeline;
  const cut = all?.length === longest;
  // Of what was cut, the scale is asked by itself, and so are the years in view.
  const scale = useAsk(TimelineDaysDocument, cut ? { of: variables.of, first: mostDays } : null);
  const chosen = parseYears(look.years);
  const closer = useAsk(TimelineDocument, cut && chosen ? { ...variables, from: day(chosen.from, '01-01'), to: day(chosen.to, '12-31') } : null);
  const days: readonly Dated[] = useMemo(() => scale.data?.timeline ?? all ?? [], [scale.data, all]);
  const whole = useMemo(() => extent(days), [days]);
  const years = chosen ?? whole;
  // What is dated vaguely may reach into the years in view from before: the second answer leaves that out.
  const moments = useMemo(
    () => (years ? within(together(all ?? [], closer.data?.timeline ?? []), years) : []),
    [all, closer.data, years?.from, years?.to],
  );
  const inView = useMemo(() => (years ? within(days, years) : []), [days, years?.from, years?.to]);
  const byYear = useMemo(() => Map.groupBy(moments, (moment) => moment.day.slice(0, 4)), [moments]);
  const asks = [asking, scale, closer];
  const wait = asks.find(({ since }) => since !== undefined);
  const failed = asks.find(({ error }) => error);
  const ended = asks.find(({ cancelled }) => cancelled);
  const answered = !wait && !failed && !ended;
  return (
    <div className="timeline">
      {asked.length > most && <Partial truncated={[]}>{t('explore.timelineOf', { count: most, total: asked.length })}</Partial>}
      <Partial truncated={asks.flatMap(({ truncated }) => truncated ?? [])} />
      {answered && inView.length > moments.length && <Partial truncated={[]}>{t('timeline.listed', { count: moments.length, total: inView.length })}</Partial>}
      {days.length === mostDays && <Partial truncated={[]}>{t('timeline.cut', { day: days.at(-1)!.day })}</Partial>}
      {failed?.error && <Failure error={failed.error} again={failed.again} />}
      {ended && <Cancelled again={ended.again} />}
      {wait && <Loading since={wait.since} cancel={wait.cancel} />}
      {answered && all?.length === 0 && <p className="state">{t('explore.noMoments')}</p>}
      {years && all && all.length > 0 && (
        <Overview
          moments={inView}
          years={years}
          whole={whole && chosen ? { from: Math.min(whole.from, chosen.from), to: Math.max(whole.to, chosen.to) } : years}
          chosen={chosen !== undefined}
          change={(to) => changeLook({ years: to && (to.from !== whole?.from || to.to !== whole.to) ? writeYears(to) : undefined })}
        />
      )}
      {answered && years && all && all.length > 0 && moments.length === 0 && <p className="state">{t('timeline.nothing', { ...years })}</p>}
      {[...byYear].map(([year, some]) => (
        <section key={year}>
          <h2>
            {year} <span className="count">{t('timeline.count', { count: some.length })}</span>
          </h2>
          <ol>
            {some.map((moment, i) => (
              <OneMoment key={i} moment={moment} selected={selected} actions={actions} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function day(year: number, rest: string): string {
  return `${String(year).padStart(4, '0')}-${rest}`;
}

function OneMoment({ moment, selected, actions }: { moment: Moment; selected: readonly string[]; actions: Actions }) {
  const { t } = useTranslation();
  const { day, latest, text, what, entity, involved, evidence } = moment;
  const vague = day !== latest;
  return (
    <li className={vague ? 'vague' : ''} data-selected={selected.includes(entity.id)}>
      <time dateTime={vague ? undefined : day} title={vague ? t('explore.vague', { from: day, to: latest }) : undefined}>
        {readable(text) ?? day}
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
        {evidence.length > 0 && <Evidence relationships={evidence} of={entity.label} names={(id) => [entity, ...involved].find((one) => one.id === id)?.label ?? id} />}
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
