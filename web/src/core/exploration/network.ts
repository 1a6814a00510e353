// Puts the answers of an exploration together into one network: entities once, parallel relationships grouped, and of
// each entity what is left out.
import type { NeighbourhoodQuery, RelationshipType } from '../../generated/operations';
import type { EntityPart, RelationshipPart } from '../types';

/** One answer. */
export type Piece = NeighbourhoodQuery['neighbourhood'];

/** All relationships between two entities. */
export interface Tie {
  /** The two ids in their order, joined: the same whichever way the relationships point. */
  key: string;
  a: string;
  b: string;
  relationships: RelationshipPart[];
}

/** What an exploration shows. */
export interface Network {
  entities: ReadonlyMap<string, EntityPart>;
  relationships: readonly RelationshipPart[];
  ties: readonly Tie[];
  /** By entity and type, how many relationships are not shown. */
  omitted: ReadonlyMap<string, ReadonlyMap<RelationshipType, number>>;
  /** Whether a piece had more entities than it was let through. */
  truncated: boolean;
  /** How many entities are hidden by the reader. */
  hidden: number;
}

/** Merges the pieces, leaving out what is hidden. */
export function merge(pieces: readonly Piece[], hidden: readonly string[]): Network {
  const away = new Set(hidden);
  const entities = new Map<string, EntityPart>();
  const all = new Map<string, RelationshipPart>();
  const totals = new Map<string, Map<RelationshipType, number>>();
  let hiding = 0;
  for (const piece of pieces) {
    for (const entity of piece.nodes) if (!entities.has(entity.id)) entities.set(entity.id, entity);
    for (const relationship of piece.relationships) all.set(relationship.id, relationship);
    const here = countTouching(piece.relationships);
    for (const { entity, relationship, count } of piece.omitted) {
      const shown = here.get(entity.id)?.get(relationship) ?? 0;
      const of = totals.get(entity.id) ?? new Map<RelationshipType, number>();
      of.set(relationship, Math.max(of.get(relationship) ?? 0, count + shown));
      totals.set(entity.id, of);
    }
  }
  for (const id of away) if (entities.delete(id)) hiding++;

  const relationships = [...all.values()].filter((r) => entities.has(r.from.id) && entities.has(r.to.id));
  return {
    entities,
    relationships,
    ties: group(relationships),
    omitted: remaining(totals, all, entities),
    truncated: pieces.some((piece) => piece.truncated),
    hidden: hiding,
  };
}

/** Groups relationships by the pair that they tie; another node may stand for an entity. */
export function group(relationships: readonly RelationshipPart[], standsFor = (id: string) => id): Tie[] {
  const ties = new Map<string, Tie>();
  for (const r of relationships) {
    const [a, b] = [standsFor(r.from.id), standsFor(r.to.id)].sort() as [string, string];
    const key = JSON.stringify([a, b]);
    const tie = ties.get(key) ?? { key, a, b, relationships: [] };
    tie.relationships.push(r);
    ties.set(key, tie);
  }
  return [...ties.values()];
}

/** Of the totals, what is not there yet. */
function remaining(
  totals: Map<string, Map<RelationshipType, number>>,
  all: Map<string, RelationshipPart>,
  entities: Map<string, EntityPart>,
) {
  const there = countTouching(all.values());
  const omitted = new Map<string, Map<RelationshipType, number>>();
  for (const [id, byType] of totals) {
    if (!entities.has(id)) continue;
    for (const [type, total] of byType) {
      const shown = there.get(id)?.get(type) ?? 0;
      if (total <= shown) continue;
      const of = omitted.get(id) ?? new Map<RelationshipType, number>();
      omitted.set(id, of.set(type, total - shown));
    }
  }
  return omitted;
}

/** How many relationships of each type touch each entity. */
function countTouching(relationships: Iterable<RelationshipPart>): Map<string, Map<RelationshipType, number>> {
  const counts = new Map<string, Map<RelationshipType, number>>();
  for (const { type, from, to } of relationships) {
    for (const id of from.id === to.id ? [from.id] : [from.id, to.id]) {
      const of = counts.get(id) ?? new Map<RelationshipType, number>();
      counts.set(id, of.set(type, (of.get(type) ?? 0) + 1));
    }
  }
  return counts;
}
