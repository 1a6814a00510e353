// Where the entities of a network are, as far as a source tells: by country, and which countries its agreements tie. What
// has no country is kept apart, so that it can be counted and named; it is placed nowhere.
import type { Network } from './exploration/network';
import type { EntityPart, Kind } from './types';

/** A country and what is in it. */
export interface CountryOf {
  code: string;
  label: string;
  ids: string[];
}

/** Two countries, or one with itself, and what ties their organizations. */
export interface CountryTie {
  a: string;
  b: string;
  /** How many pairs of organizations are party to the same agreement, counted once for each agreement. */
  partnerships: number;
  /** The agreements and their parties. */
  agreements: string[];
  organizations: string[];
}

/** A place with its point. */
export interface Point {
  id: string;
  label: string;
  at: [longitude: number, latitude: number];
}

/** Where everything is. */
export interface Geography {
  /** Those with the most in them first. */
  countries: CountryOf[];
  /** The strongest first. */
  ties: CountryTie[];
  points: Point[];
  /** What could be in a country and is in none that a source tells. */
  placeless: EntityPart[];
}

const placed: readonly Kind[] = [
  'Institution', 'Enterprise', 'GovernmentBody', 'Association', 'Alliance', 'OtherOrganization', 'Event', 'Person', 'Place',
]; // prettier-ignore

/** Sorts a network by where things are. */
export function geographyOf({ entities, relationships }: Pick<Network, 'entities' | 'relationships'>): Geography {
  const countries = new Map<string, CountryOf>();
  const placeless: EntityPart[] = [];
  const points: Point[] = [];
  for (const entity of entities.values()) {
    const country = countryOf(entity);
    if (country) {
      const known = countries.get(country.code) ?? { ...country, ids: [] };
      known.ids.push(entity.id);
      countries.set(country.code, known);
    } else if (placed.includes(entity.__typename)) placeless.push(entity);
    if (entity.__typename === 'Place' && entity.location) {
      points.push({ id: entity.id, label: entity.label, at: [entity.location.longitude, entity.location.latitude] });
    }
  }
  const parties = new Map<string, Set<string>>();
  for (const { type, from, to } of relationships) {
    if (type === 'PARTY_TO') gather(parties, to.id).add(from.id);
  }
  const ties = new Map<string, Gathering>();
  for (const [agreement, organizations] of parties) {
    const one = entities.get(agreement);
    if (one?.__typename !== 'Agreement' || one.status === 'PLANNED') continue;
    const sides = new Map<string, Set<string>>();
    for (const id of organizations) {
      const code = countryOf(entities.get(id)!)?.code;
      if (code) gather(sides, code).add(id);
    }
    tie(ties, agreement, sides);
  }
  return {
    countries: [...countries.values()].sort((a, b) => b.ids.length - a.ids.length || a.label.localeCompare(b.label)),
    ties: [...ties.values()].map((one) => ({ ...one, organizations: [...one.organizations] })).sort((a, b) => b.partnerships - a.partnerships || a.a.localeCompare(b.a)),
    points,
    placeless,
  };
}

/** The name of a pair of countries, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

/** The country of an entity; a country is in itself. */
export function countryOf(entity: EntityPart): { code: string; label: string } | undefined {
  if (entity.__typename === 'Country') return { code: entity.id, label: entity.label };
  return ('country' in entity && entity.country) || undefined;
}

/** A tie while its agreements are gone through: each organization counts once. */
type Gathering = Omit<CountryTie, 'organizations'> & { organizations: Set<string> };

/** The set under a key. */
function gather(sets: Map<string, Set<string>>, key: string): Set<string> {
  const own = sets.get(key) ?? new Set();
  sets.set(key, own);
  return own;
}

/** Adds what one agreement ties, by the countries of its parties. */
function tie(ties: Map<string, Gathering>, agreement: string, sides: Map<string, Set<string>>) {
  const known = [...sides].sort(([a], [b]) => a.localeCompare(b));
  known.forEach(([a, mine], i) => {
    for (const [b, theirs] of known.slice(i)) {
      const count = a === b ? (mine.size * (mine.size - 1)) / 2 : mine.size * theirs.size;
      if (count === 0) continue;
      const one = ties.get(pairKey(a, b)) ?? { a, b, partnerships: 0, agreements: [], organizations: new Set<string>() };
      one.partnerships += count;
      one.agreements.push(agreement);
      for (const id of [...mine, ...theirs]) one.organizations.add(id);
      ties.set(pairKey(a, b), one);
    }
  });
}
