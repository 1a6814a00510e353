// Sorts what is around an entity into sections: one for each type of relationship and direction, in an order of its own.
import type { AroundQuery, RelationshipType } from '../generated/operations';
import type { EntityPart, Kind, RelationshipPart } from './types';

/** Which end of its relationships the entity is. */
export type Direction = 'out' | 'in';

/** The relationships of one type and direction, with the entities at their other ends. */
export interface Section {
  type: RelationshipType;
  direction: Direction;
  rows: { entity: EntityPart; relationship: RelationshipPart }[];
  /** How many relationships of the type are not there. The server counts both directions together. */
  omitted: number;
}

// What a reader asks for first, and the sources last.
const order: readonly RelationshipType[] = [
  'PARTY_TO', 'SIGNED_AT', 'MEMBER_OF', 'LEADS', 'GUIDES', 'SUPPORTS', 'ORGANIZED', 'ATTENDED', 'SPOKE_AT', 'WORKS_FOR',
  'ABOUT', 'PART_OF', 'APPROVED', 'ACTIVE_IN', 'OPERATES_IN', 'LOCATED_IN', 'HELD_IN', 'IN_COUNTRY', 'STATES',
]; // prettier-ignore

/** The sections around an entity. */
export function sections(id: string, around: AroundQuery['around']): Section[] {
  const entities = new Map(around.nodes.map((entity) => [entity.id, entity]));
  const found = new Map<string, Section>();
  for (const relationship of around.relationships) {
    const direction: Direction = relationship.from.id === id ? 'out' : 'in';
    const entity = entities.get(direction === 'out' ? relationship.to.id : relationship.from.id);
    if (!entity || (relationship.from.id !== id && relationship.to.id !== id)) continue;
    const key = `${relationship.type} ${direction}`;
    const section = found.get(key) ?? { type: relationship.type, direction, rows: [], omitted: 0 };
    section.rows.push({ entity, relationship });
    found.set(key, section);
  }
  for (const { entity, relationship, count } of around.omitted) {
    const section = [...found.values()].filter((one) => one.type === relationship).sort((a, b) => b.rows.length - a.rows.length)[0];
    if (entity.id === id && section) section.omitted = count;
  }
  return [...found.values()].sort(inOrder);
}

/** Puts sections into the order in which they are shown. */
export function inOrder(a: Section, b: Section): number {
  return order.indexOf(a.type) - order.indexOf(b.type) || b.direction.localeCompare(a.direction);
}

/** What a relationship says beside its type: its role, topic, position … */
export function particulars({ type, properties }: RelationshipPart): string {
  if (type === 'STATES') return '';
  return Object.values(properties)
    .filter((value) => value !== null)
    .join(', ');
}

// The kinds at which a type of relationship ends. What is at neither end, or at both, is not here.
const ends: Partial<Record<RelationshipType, readonly Kind[]>> = {
  IN_COUNTRY: ['Country'],
  LOCATED_IN: ['Place'],
  HELD_IN: ['Place'],
  PARTY_TO: ['Agreement'],
  MEMBER_OF: ['Programme'],
  LEADS: ['Programme'],
  GUIDES: ['Programme'],
  SUPPORTS: ['Programme'],
  ORGANIZED: ['Event'],
  ATTENDED: ['Event'],
  SPOKE_AT: ['Event'],
  SIGNED_AT: ['Event'],
  ACTIVE_IN: ['Field'],
  OPERATES_IN: ['Country'],
};

/** Which ends of a type of relationship an entity of a kind can be. */
export function directions(kind: Kind, type: RelationshipType): Direction[] {
  if (type === 'STATES') return kind === 'Source' ? ['out'] : ['in'];
  if (type === 'ABOUT') return kind === 'Figure' ? ['out'] : ['in'];
  if (type === 'WORKS_FOR') return kind === 'Person' ? ['out'] : ['in'];
  if (type === 'APPROVED' && kind === 'Agreement') return ['in'];
  const end = ends[type];
  if (!end || (kind === 'Alliance' && end.includes('Programme'))) return ['out', 'in'];
  return end.includes(kind) ? ['in'] : ['out'];
}
