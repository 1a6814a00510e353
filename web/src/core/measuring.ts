// What is measured of the network of partnerships, as the address of the page of measures holds it.
import type { CentralityMeasure, OrganizationKind } from '../generated/operations';

/** The measures, by their names in an address. */
export const measures = { pagerank: 'PAGERANK', betweenness: 'BETWEENNESS', degree: 'DEGREE', core: 'KCORE' } as const satisfies Record<
  string,
  CentralityMeasure
>;

/** The name of a measure. */
export type Measure = keyof typeof measures;

/** The kinds of organization that a network may be made of. */
export const organizationKinds = [
  'INSTITUTION',
  'ENTERPRISE',
  'GOVERNMENT_BODY',
  'ASSOCIATION',
  'ALLIANCE',
  'OTHER_ORGANIZATION',
] as const satisfies readonly OrganizationKind[];

/** What is measured. */
export interface Measuring {
  measure: Measure;
  /** Whether communities are asked for, too. */
  communities: boolean;
  /** Which organizations count; all, where none is named. */
  kinds: readonly OrganizationKind[];
  /** How many agreements two share at least to count as partners. */
  minShared: number;
  /** The network that it was computed on when the address was made. */
  projection?: string;
}

/** Reads what is measured. What cannot be read is as if it were left out. */
export function parseMeasuring(query: URLSearchParams): Measuring {
  const measure = query.get('measure') ?? '';
  const minShared = Number(query.get('minShared'));
  return {
    measure: Object.hasOwn(measures, measure) ? (measure as Measure) : 'pagerank',
    communities: query.get('communities') === '1',
    kinds: organizationKinds.filter((kind) => query.getAll('kinds').includes(kind)),
    minShared: Number.isInteger(minShared) && minShared >= 1 && minShared <= 1000 ? minShared : 1,
    projection: query.get('projection') ?? undefined,
  };
}

/** Writes what is measured. */
export function writeMeasuring({ measure, communities, kinds, minShared, projection }: Measuring): URLSearchParams {
  const query = new URLSearchParams();
  if (measure !== 'pagerank') query.set('measure', measure);
  if (communities) query.set('communities', '1');
  for (const kind of kinds) query.append('kinds', kind);
  if (minShared !== 1) query.set('minShared', String(minShared));
  if (projection) query.set('projection', projection);
  return query;
}
