// What a path costs, step by step, by the rule that the schema tells of Path.score: so that a reader can add it up.
import type { RelationshipPart } from '../types';

/** One step, and the entity behind it that the path passes; none behind the last step. */
export interface Leg {
  sources: number;
  step: number;
  /** How many relationships the entity has that are followed, and what passing it costs. */
  pass?: { degree: number; cost: number };
}

/** The costs of a path's steps, in their order. `degrees` are those of the entities between its ends. */
export function legs(relationships: readonly RelationshipPart[], degrees: readonly number[]): Leg[] {
  return relationships.map((relationship, i) => {
    const sources = Math.max(relationship.evidence.length, 1);
    const degree = degrees[i];
    const pass = degree === undefined ? undefined : { degree, cost: Math.log2(Math.max(degree, 2) / 2) };
    return { sources, step: 1 / (1 + Math.log2(sources)), pass };
  });
}

/** What some steps cost together. */
export function total(all: readonly Leg[]): number {
  return all.reduce((sum, { step, pass }) => sum + step + (pass?.cost ?? 0), 0);
}
