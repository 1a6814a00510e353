// The types that views share, taken from the generated ones.
import type { EntityPartFragment, PartnershipPartFragment, RelationshipPartFragment } from '../generated/operations';

/** An entity as lists, tables and the graph show it. */
export type EntityPart = EntityPartFragment;

/** A relationship with its statements. */
export type RelationshipPart = RelationshipPartFragment;

/** Two partners, the agreements that make them so, and who says so. */
export type PartnershipPart = PartnershipPartFragment;

/** One statement of a source. */
export type EvidencePart = RelationshipPart['evidence'][number];

/** The name of a type of entity: `Institution`. */
export type Kind = EntityPart['__typename'];
