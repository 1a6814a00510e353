// Where the entities of a network are: by country, and which countries its agreements tie; and what of it stands by
// inference alone. What has no country is kept apart, so that it can be counted and named; it is placed nowhere.
import { countryOf, isCountryInferred, isInferred } from './download/shown';
import type { Network } from './exploration/network';
import type { EntityPart, Kind } from './types';

/** A country and what is in it. */
export interface CountryOf {
  code: string;
  label: string;
  ids: string[];
  /** Those of them that are in it, or in the world, by inference alone. */
  inferred: string[];
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
  /** Whether nothing ties them but what is inferred. */
  inferred: boolean;
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
    const country = whereabouts(entity);
    if (country) {
      const known = countries.get(country.code) ?? { ...country, ids: [], inferred: [] };
      known.ids.push(entity.id);
      if (!isFirm(entity)) known.inferred.push(entity.id);
      countries.set(country.code, known);
    } else if (placed.includes(entity.__typename)) placeless.push(entity);
    if (entity.__typename === 'Place' && entity.location) {
      points.push({ id: entity.id, label: entity.label, at: [entity.location.longitude, entity.location.latitude] });
    }
  }
  const all = [...entities.values()];
  const firm = tiesOf(all.filter(isFirm), relationships.filter((one) => !isInferred(one)));
  const ties = [...tiesOf(all, relationships)].map(([pair, one]) => ({ ...one, organizations: [...one.organizations], inferred: !firm.has(pair) }));
  return {
    countries: [...countries.values()].sort((a, b) => b.ids.length - a.ids.length || a.label.localeCompare(b.label)),
    ties: ties.sort((a, b) => b.partnerships - a.partnerships || a.a.localeCompare(b.a)),
    points,
    placeless,
  };
}

/** Whether a source states or implies that an entity exists, and where it is. */
function isFirm(entity: EntityPart): boolean {
  return !entity.inferred && !isCountryInferred(entity);
}

/** What ties countries, by pairKey. */
function tiesOf(entities: readonly EntityPart[], relationships: Network['relationships']): Map<string, Gathering> {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const parties = new Map<string, Set<string>>();
  for (const { type, from, to } of relationships) {
    if (type === 'PARTY_TO') gather(parties, to.id).add(from.id);
  }
  const ties = new Map<string, Gathering>();
  for (const [agreement, organizations] of parties) {
    const one = known.get(agreement);
    if (one?.__typename !== 'Agreement' || one.status === 'PLANNED') continue;
    const sides = new Map<string, Set<string>>();
    for (const id of organizations) {
      const organization = known.get(id);
      const code = organization && whereabouts(organization)?.code;
      if (code) gather(sides, code).add(id);
    }
    tie(ties, agreement, sides);
  }
  return ties;
}

/** The name of a pair of countries, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

/** The country where an entity is; a country is in itself. */
export function whereabouts(entity: EntityPart): { code: string; label: string } | undefined {
  return entity.__typename === 'Country' ? { code: entity.id, label: entity.label } : countryOf(entity);
}

/** A tie while its agreements are gone through: each organization counts once. */
type Gathering = Omit<CountryTie, 'organizations' | 'inferred'> & { organizations: Set<string> };

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
