// The types that views share, taken from the generated ones.
import type { EntityPartFragment, RelationshipPartFragment } from '../generated/operations';

/** An entity as lists, tables and the graph show it. */
export type EntityPart = EntityPartFragment;

/** A relationship with its statements. */
export type RelationshipPart = RelationshipPartFragment;

/** One statement of a source. */
export type EvidencePart = RelationshipPart['evidence'][number];

/** The name of a type of entity: `Institution`. */
export type Kind = EntityPart['__typename'];
