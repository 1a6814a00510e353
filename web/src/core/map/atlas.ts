// The map of the world: the countries of Natural Earth (1:50 million), in the Equal Earth projection, which keeps areas
// equal. It is loaded with the first map.
import { geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json';

import { alpha2 } from './codes';

/** How large the map is, in units of its own. */
export const size = { width: 960, height: 468 };

/** A country on the map. */
export interface Shape {
  /** Its code; undefined for what ISO 3166-1 does not have. */
  code?: string;
  name: string;
  path: string;
  /** The middle of its largest part. */
  middle: [number, number];
  /** How large it is on the map. */
  area: number;
}

const projection = geoEqualEarth().fitExtent(
  [
    [2, 2],
    [size.width - 2, size.height - 2],
  ],
  { type: 'Sphere' },
);
const path = geoPath(projection);

type Land = Feature<Polygon | MultiPolygon, { name: string }>;

/** Every country, and the outline of the earth. */
export const atlas = (() => {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const shapes = feature(topology, topology.objects.countries).features.map((land): Shape => {
    const { name } = land.properties;
    const largest = largestPart(land as Land);
    return {
      code: alpha2(land.id, name),
      name,
      path: path(land) ?? '',
      middle: projection(geoCentroid(largest)) ?? [0, 0],
      area: path.area(largest),
    };
  });
  return { shapes, earth: path({ type: 'Sphere' }) ?? '' };
})();

/** Where a point of the earth is on the map. */
export function place(at: [longitude: number, latitude: number]): [number, number] | null {
  return projection(at);
}

/** An arc between two points of the map, bent the more the farther they are apart. */
export function arc([x1, y1]: [number, number], [x2, y2]: [number, number]): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const bend = 0.2 * Math.sign(dx || 1);
  return `M${x1} ${y1}Q${(x1 + x2) / 2 + bend * dy} ${(y1 + y2) / 2 - bend * dx} ${x2} ${y2}`;
}

function largestPart(land: Land): Feature<Polygon> | Land {
  if (land.geometry.type === 'Polygon') return land;
  const parts = land.geometry.coordinates.map(
    (coordinates): Feature<Polygon> => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }),
  );
  return parts.reduce((largest, part) => (path.area(part) > path.area(largest) ? part : largest));
}
