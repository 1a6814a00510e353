// What a source states, place by place: the entities that it names there, and the relationships that it supports.
import type { SourceStatesConnectionWhere, StatedQuery, StatedTiesQuery } from '../generated/operations';
import type { EntityPart, RelationshipPart } from './types';

/** One place of a source, such as a paragraph. */
export interface Stated {
  locator: string;
  named: { entity: EntityPart; basis: string; note?: string | null }[];
  ties: { relationship: RelationshipPart; basis: string; note?: string | null }[];
}

type Named = NonNullable<Extract<StatedQuery['node'], { page: unknown }>>['page']['edges'];

/** The single places of a locator: "¶7; ¶15" names two. */
export function placesOf(locator: string): string[] {
  return locator.split(/;\s*/).filter(Boolean);
}

/** The condition on what a source names: all, or what it names at some places. Text that only holds a place passes, too. */
export function namedAt(places: readonly string[] | undefined): SourceStatesConnectionWhere | null {
  return places ? { OR: places.map((place) => ({ edge: { locator: { contains: place } } })) } : null;
}

/** Around what to ask for the relationships of a source: at some places, around what is named there; else around all. */
export function tiesAround(source: string, named: Named, places: readonly string[] | undefined): { of: string[]; depth: number; cut: boolean } {
  const there = new Set(named.filter(({ properties }) => placesOf(properties.locator).some((one) => places?.includes(one))).map(({ node }) => node.id));
  if (there.size === 0) return { of: [source], depth: 2, cut: false };
  return { of: [...there].slice(0, mostAround), depth: 1, cut: there.size > mostAround };
}

const mostAround = 20; // entities that a neighbourhood begins with

/** What stands at each place of a source, in the order of the places. */
export function stated(source: string, named: Named, ties: StatedTiesQuery['neighbourhood']['relationships']): Stated[] {
  const found = new Map<string, Stated>();
  const at = (locator: string) => {
    const place = found.get(locator) ?? { locator, named: [], ties: [] };
    found.set(locator, place);
    return place;
  };
  for (const { node: entity, properties } of named) {
    const { basis, note } = properties;
    for (const place of placesOf(properties.locator)) at(place).named.push({ entity, basis, note });
  }
  for (const relationship of ties) {
    if (relationship.type === 'STATES') continue;
    for (const { source: of, locator, basis, note } of relationship.evidence) {
      if (of.id === source) for (const place of placesOf(locator)) at(place).ties.push({ relationship, basis, note });
    }
  }
  return [...found.values()].sort((a, b) => a.locator.localeCompare(b.locator, 'en', { numeric: true }));
}
