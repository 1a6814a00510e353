// The map as a list: its countries, what ties them, its points, and all that has no country.
import { useTranslation } from 'react-i18next';

import type { Geography } from '../../../core/geography';
import { Glyph } from '../../../parts/Glyph';
import { Inferred } from '../../../parts/Inferred';
import { langOf } from '../../../parts/Link';

/** What the map and its list have in common. */
export interface MapProps {
  geography: Geography;
  chosen: ReadonlySet<string>;
  choose(ids: readonly string[], more: boolean): void;
}

/** The list. */
export function MapList({ geography: { countries, ties, points, placeless }, chosen, choose }: MapProps) {
  const { t } = useTranslation();
  const labels = new Map(countries.map(({ code, label }) => [code, label]));
  const line = (key: string, name: React.ReactNode, ids: readonly string[], count?: React.ReactNode) => (
    <li key={key}>
      <button aria-pressed={pressed(ids, chosen)} onClick={(event) => choose(ids, event.shiftKey || event.ctrlKey || event.metaKey)}>
        <span className="name">{name}</span>
        {count !== undefined && <span className="count">{count}</span>}
      </button>
    </li>
  );
  return (
    <div className="map-list">
      <section aria-labelledby="map-countries">
        <h3 id="map-countries">{t('map.countries')}</h3>
        {countries.length === 0 && <p className="muted">{t('map.none')}</p>}
        <ul>
          {countries.map(({ code, label, ids, inferred }) =>
            line(code, label, ids, inferred.length === 0 ? ids.length : `${ids.length} (${t('map.inferred', { count: inferred.length })})`),
          )}
        </ul>
      </section>
      {ties.length > 0 && (
        <section aria-labelledby="map-ties">
          <h3 id="map-ties">{t('map.ties')}</h3>
          <ul>
            {ties.map(({ a, b, agreements, organizations, partnerships, inferred }) =>
              line(
                `${a}~${b}`,
                a === b ? t('map.inside', { country: labels.get(a) }) : t('map.tie', { a: labels.get(a), b: labels.get(b) }),
                [...agreements, ...organizations],
                <>
                  {t('map.partnerships', { count: partnerships })} {inferred && <Inferred />}
                </>,
              ),
            )}
          </ul>
        </section>
      )}
      {points.length > 0 && (
        <section aria-labelledby="map-places">
          <h3 id="map-places">{t('map.places')}</h3>
          <ul>{points.map(({ id, label }) => line(id, label, [id]))}</ul>
        </section>
      )}
      {placeless.length > 0 && (
        <details className="placeless">
          <summary>{t('map.placeless', { count: placeless.length })}</summary>
          <p className="muted">{t('map.placelessHint')}</p>
          <ul>
            {placeless.map(({ id, label, __typename }) =>
              line(
                id,
                <span lang={langOf(label)}>
                  <Glyph kind={__typename} title={t(`kind.${__typename}`)} /> {label}
                </span>,
                [id],
              ),
            )}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Whether all of some entities are selected, some, or none. */
export function pressed(ids: readonly string[], chosen: ReadonlySet<string>): boolean | 'mixed' {
  const count = ids.filter((id) => chosen.has(id)).length;
  return count === 0 ? false : count === ids.length ? true : 'mixed';
}
