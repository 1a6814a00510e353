// When things happened, at a glance: a column for the exact days of each year or month, and below a bar for each date that
// is vague. The list below it holds the same.
import { useTranslation } from 'react-i18next';

import { buckets, type Dated, lanes, position, shift, ticks, type Years, zoom } from '../../../core/timescale';

const [width, height, laneHeight, mostLanes] = [720, 60, 7, 8];

interface Props {
  moments: readonly Dated[];
  years: Years;
  whole: Years;
  /** Whether the years were chosen, and are not all that there are. */
  chosen: boolean;
  change(to: Years | undefined): void;
}

/** The picture, and what moves it. */
export function Overview({ moments, years, whole, chosen, change }: Props) {
  const { t } = useTranslation();
  const columns = buckets(moments, years);
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const all = lanes(moments);
  const rows = all.slice(0, mostLanes);
  const unseen = all.slice(mostLanes).reduce((sum, row) => sum + row.length, 0);
  const step = width / columns.length;
  const end = height + 6 + rows.length * laneHeight;
  const range = years.from === years.to ? String(years.from) : t('timeline.range', { ...years });
  const [atStart, atEnd] = [years.from <= whole.from, years.to >= whole.to];
  return (
    <div className="overview">
      <div className="buttons">
        <button aria-label={t('timeline.zoomIn')} disabled={years.from === years.to} onClick={() => change(zoom(years, 0.5, whole))}>
          +
        </button>
        <button aria-label={t('timeline.zoomOut')} disabled={atStart && atEnd} onClick={() => change(zoom(years, 2, whole))}>
          −
        </button>
        <button disabled={atStart} onClick={() => change(shift(years, -1, whole))}>
          ← {t('timeline.earlier')}
        </button>
        <button disabled={atEnd} onClick={() => change(shift(years, 1, whole))}>
          {t('timeline.later')} →
        </button>
        <button disabled={!chosen} onClick={() => change(undefined)}>
          {t('timeline.all')}
        </button>
        <span className="muted" role="status">
          {range} · {t('timeline.count', { count: moments.length })}
        </span>
      </div>
      <svg viewBox={`0 0 ${width} ${end + 18}`} role="img" aria-label={`${t('timeline.overview')}. ${range}`}>
        {columns.map(({ name, count }, i) => (
          <g key={name} className="column" onClick={() => change({ from: +name.slice(0, 4), to: +name.slice(0, 4) })}>
            <title>{`${name}: ${t('timeline.count', { count })}`}</title>
            <rect className="reach" x={i * step} y={0} width={step} height={height} />
            {count > 0 && <rect x={i * step + step * 0.08} y={height - (count / most) * (height - 4)} width={step * 0.84} height={(count / most) * (height - 4)} rx={1.5} />}
          </g>
        ))}
        <line x1={0} x2={width} y1={height} y2={height} />
        {rows.flatMap((row, i) =>
          row.map(({ day, latest }, j) => {
            const [from, to] = [position(day, years) * width, position(latest, years) * width];
            return (
              <rect key={`${i} ${j}`} className="span" x={from} y={height + 4 + i * laneHeight} width={Math.max(3, to - from)} height={laneHeight - 2} rx={2.5}>
                <title>{t('explore.vague', { from: day, to: latest })}</title>
              </rect>
            );
          }),
        )}
        {ticks(years, 9).map((year) => (
          <text key={year} x={position(`${String(year).padStart(4, '0')}-01-01`, years) * width + 2} y={end + 14}>
            {year}
          </text>
        ))}
      </svg>
      {unseen > 0 && <p className="muted">{t('timeline.lanes', { count: unseen })}</p>}
    </div>
  );
}
