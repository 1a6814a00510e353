// The map: countries shaded by how much of what is in view is in them, places as points, and arcs between countries whose
// organizations share agreements. The list beside it is its twin.
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { geographyOf } from '../../../core/geography';
import type { ViewProps } from '../viewProps';
import { MapList } from './MapList';

// The shapes of the countries come with the first map.
const MapPicture = lazy(() => import('./MapPicture'));

/** The view. */
export function MapView({ network, selected, actions }: Pick<ViewProps, 'network' | 'selected' | 'actions'>) {
  const { t } = useTranslation();
  const geography = useMemo(() => geographyOf(network), [network]);
  const chosen = useMemo(() => new Set(selected), [selected]);

  /** Selects entities; with `more`, in addition, or no longer if all were. */
  const choose = (ids: readonly string[], more: boolean) => {
    const own = new Set(ids);
    if (!more) actions.selectAll(ids);
    else if (ids.every((id) => chosen.has(id))) actions.selectAll(selected.filter((id) => !own.has(id)));
    else actions.selectAll([...new Set([...selected, ...ids])]);
  };
  const props = { geography, chosen, choose };
  return (
    <div className="map">
      <div className="map-side">
        <Suspense fallback={<p className="state loading">{t('state.loading')}</p>}>
          <MapPicture {...props} />
        </Suspense>
        <p className="muted">{t('map.legendTies')}</p>
        <p className="muted">{t('map.borders')}</p>
      </div>
      <MapList {...props} />
    </div>
  );
}
