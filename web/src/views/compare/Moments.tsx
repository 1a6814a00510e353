// The timeline beside each other: a row a day, and under each of the compared what happened to what it is part of.
import { useTranslation } from 'react-i18next';

import { readable } from '../../core/download/shown';
import { useAsk } from '../../core/useAsk';
import { TimelineDocument, type TimelineQuery } from '../../generated/operations';
import { EntityLink } from '../../parts/Link';
import { Partial, Waiting } from '../../parts/States';
import type { Compared } from './ComparePage';

const most = 200; // moments that are shown; one more is asked for, so that it is known whether there are others

type Moment = TimelineQuery['timeline'][number];

/** The rows. */
export function Moments({ entities }: { entities: readonly Compared[] }) {
  const { t, i18n } = useTranslation();
  const asking = useAsk(TimelineDocument, { of: entities.map(({ id }) => id), first: most + 1, lang: i18n.language }, true);
  const days = new Map<string, Moment[]>();
  const timeline = asking.data?.timeline ?? [];
  for (const moment of timeline.slice(0, most)) {
    const when = readable(moment.text ?? moment.day);
    days.set(when, [...(days.get(when) ?? []), moment]);
  }
  const waits = asking.error || asking.cancelled || (asking.since !== undefined && !asking.data);
  if (days.size === 0 && !waits) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={entities.length + 1} className="group">
          {t('compare.timeline')}
        </th>
      </tr>
      {waits && (
        <tr>
          <td colSpan={entities.length + 1}>
            <Waiting asking={asking} />
          </td>
        </tr>
      )}
      {(timeline.length > most || (asking.truncated ?? []).length > 0) && (
        <tr>
          <td colSpan={entities.length + 1}>
            <Partial truncated={asking.truncated ?? []}>{timeline.length > most && t('state.first', { count: most })}</Partial>
          </td>
        </tr>
      )}
      {[...days].map(([when, moments]) => (
        <tr key={when}>
          <th scope="row">{when}</th>
          {entities.map(({ id }) => (
            <td key={id}>
              <ul className="things">
                {moments
                  .filter(({ entity, involved }) => entity.id === id || involved.some((one) => one.id === id))
                  .map(({ entity, what }) => (
                    <li key={`${entity.id} ${what}`}>
                      <EntityLink entity={entity} /> <span className="muted">{t(`explore.moment_${what}`)}</span>
                    </li>
                  ))}
              </ul>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
