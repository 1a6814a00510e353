// The map as a picture, which is drawn where it is first wanted: the shapes of the countries weigh more than the rest of
// the page.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { arc, atlas, place, type Shape, size } from '../../../core/map/atlas';
import type { CountryOf, Geography } from '../../../core/geography';
import { type MapProps, pressed } from './MapList';
import { useZoom } from './useZoom';

const smallest = 14; // what is smaller on the map has a dot in its place
const classes = 5; // shades

/** The picture. */
export default function MapPicture({ geography, chosen, choose }: MapProps) {
  const { t } = useTranslation();
  const zoom = useZoom();
  const { k } = zoom;
  const { shapes, hidden } = useMemo(() => placeCountries(geography), [geography]);
  const most = Math.max(1, ...geography.countries.map(({ ids }) => ids.length));
  const more = (event: React.MouseEvent) => event.shiftKey || event.ctrlKey || event.metaKey;
  return (
    <>
      <div className="map-tools" role="toolbar" aria-label={t('explore.map')}>
        <button aria-label={t('explore.zoomIn')} onClick={() => zoom.by(1.6)}>
          +
        </button>
        <button aria-label={t('explore.zoomOut')} onClick={() => zoom.by(1 / 1.6)}>
          −
        </button>
        <button onClick={zoom.reset}>{t('explore.fit')}</button>
        <Legend most={most} />
      </div>
      <svg {...zoom.handlers} className="map-picture" viewBox={`0 0 ${size.width} ${size.height}`} role="img" tabIndex={0} aria-label={`${t('map.label')} ${t('map.keys')}`}>
        <g transform={zoom.transform}>
          <path className="earth" d={atlas.earth} />
          <Lands />
          {shapes.map(({ shape, country }) => (
            <g key={country.code} className="country" data-selected={pressed(country.ids, chosen)} onClick={(event) => choose(country.ids, more(event))}>
              <title>{t('map.inCountry', { name: country.label, count: country.ids.length })}</title>
              <path d={shape.path} data-code={country.code} data-shade={shade(country.ids.length, most)} />
              {shape.area < smallest && <circle cx={shape.middle[0]} cy={shape.middle[1]} r={6 / k} data-shade={shade(country.ids.length, most)} />}
            </g>
          ))}
          <Arcs geography={geography} shapes={shapes} k={k} choose={choose} chosen={chosen} />
          {geography.points.map(({ id, label, at }) => {
            const [x, y] = place(at) ?? [0, 0];
            return (
              <rect key={id} className="point" data-selected={chosen.has(id)} x={x - 4 / k} y={y - 4 / k} width={8 / k} height={8 / k} onClick={(event) => choose([id], more(event))}>
                <title>{label}</title>
              </rect>
            );
          })}
          <g className="map-labels" fontSize={13 / k} strokeWidth={3 / k}>
            {labels(shapes, k).map(({ shape, country }) => (
              <text key={country.code} data-dark={shade(country.ids.length, most) > 3 || undefined} x={shape.middle[0]} y={shape.middle[1] + (shape.area < smallest ? 18 / k : 4 / k)}>
                {country.label}
              </text>
            ))}
          </g>
        </g>
      </svg>
      {hidden.length > 0 && (
        <p className="muted">
          {t('map.offMap')}: {hidden.map(({ label }) => label).join(', ')}
        </p>
      )}
    </>
  );
}

interface Placed {
  shape: Shape;
  country: CountryOf;
}

/** The countries that something is in, with their shapes, and those that have none. */
function placeCountries({ countries }: Geography): { shapes: Placed[]; hidden: CountryOf[] } {
  // Of several shapes with one code, such as a country and an island far from it, the largest.
  const byCode = new Map(atlas.shapes.toSorted((a, b) => a.area - b.area).map((shape) => [shape.code, shape]));
  const shapes: Placed[] = [];
  const hidden: CountryOf[] = [];
  for (const country of countries) {
    const shape = byCode.get(country.code);
    if (shape) shapes.push({ shape, country });
    else hidden.push(country);
  }
  return { shapes, hidden };
}

const lands = atlas.shapes.map(({ name, path }) => <path key={name} d={path} />);

/** All land, below what is shaded. */
function Lands() {
  return <g className="lands">{lands}</g>;
}

function Arcs({ geography, shapes, k, choose, chosen }: { shapes: Placed[]; k: number } & MapProps) {
  const { t } = useTranslation();
  const placed = new Map(shapes.map((one) => [one.country.code, one]));
  const most = Math.max(1, ...geography.ties.filter(({ a, b }) => a !== b).map(({ partnerships }) => partnerships));
  return (
    <g className="arcs">
      {geography.ties.map(({ a, b, partnerships, agreements, organizations, inferred }) => {
        const [from, to] = [placed.get(a), placed.get(b)];
        if (a === b || !from || !to) return null;
        const d = arc(from.shape.middle, to.shape.middle);
        const ids = [...agreements, ...organizations];
        return (
          <g key={`${a}~${b}`} data-selected={pressed(ids, chosen)} onClick={(event) => choose(ids, event.shiftKey || event.ctrlKey || event.metaKey)}>
            <title>{`${t('map.tie', { a: from.country.label, b: to.country.label })}: ${t('map.partnerships', { count: partnerships })}`}</title>
            <path className="reach" d={d} strokeWidth={14 / k} />
            <path d={d} data-inferred={inferred || undefined} strokeWidth={(1.5 + 4.5 * Math.sqrt(partnerships / most)) / k} />
          </g>
        );
      })}
    </g>
  );
}

function Legend({ most }: { most: number }) {
  const { t } = useTranslation();
  const steps = [...new Set(Array.from({ length: classes }, (_, i) => Math.max(1, Math.ceil(most * (i / classes) ** 2))))];
  return (
    <p className="map-legend muted">
      {t('map.legend')}
      {steps.map((from, i) => {
        const to = (steps[i + 1] ?? most + 1) - 1;
        return (
          <span key={from}>
            <i data-shade={shade(from, most)} aria-hidden /> {from < to ? `${from}–${to}` : from}
          </span>
        );
      })}
    </p>
  );
}

/** The shade of a number, 1 to 5: by its root, so that the small ones differ. */
function shade(count: number, most: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count / most) * classes));
}

/** The names that fit: the largest counts first, and none over another. */
function labels(shapes: readonly Placed[], k: number): Placed[] {
  const boxes: [number, number, number, number][] = [];
  return shapes.filter(({ shape: { middle: [x, y], area }, country: { label } }) => {
    const half = ([...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 7.5), 0) / 2 + 3) / k;
    const top = y + (area < smallest ? 8 : -8) / k;
    const box: (typeof boxes)[number] = [x - half, top, x + half, top + 16 / k];
    if (boxes.some(([l, t, r, b]) => box[0] < r && box[2] > l && box[1] < b && box[3] > t)) return false;
    boxes.push(box);
    return true;
  });
}
