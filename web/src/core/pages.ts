// Long sections come in pages. Each list that can be long has an operation of its own, which names its connection `page`;
// a section that mixes kinds, as what is in a country, has several, one after the other.
import * as operations from '../generated/operations';
import type { RelationshipType, TypedDocumentString } from '../generated/operations';
import type { Direction } from './around';
import type { EntityPart, Kind, RelationshipPart } from './types';

/** What every page's edge has; the rest of `properties` is what the relationship says. */
interface Edge {
  node: EntityPart;
  properties: { id: string; evidence: RelationshipPart['evidence'] } & Record<string, unknown>;
}

/** The answer of such an operation. */
export interface PageAnswer {
  node: { page?: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: Edge[] } } | null;
}

/** Such an operation. */
export type PageDocument = TypedDocumentString<PageAnswer, { id: string; after?: string | null; lang?: string | null }>;

/** The operations of a section, by its type, its direction and the kind whose page it stands on. */
export function documentsOf(type: RelationshipType, direction: Direction, kind: Kind): PageDocument[] {
  const documents = lists[`${type} ${direction}`]?.(kind) ?? [];
  return documents as unknown as PageDocument[];
}

const lists: Record<string, (kind: Kind) => object[]> = {
  'PARTY_TO out': () => [operations.PageAgreementsDocument],
  'PARTY_TO in': () => [operations.PagePartiesDocument],
  'MEMBER_OF in': () => [operations.PageMembersDocument],
  'ATTENDED in': () => [operations.PageParticipantsDocument],
  'SPOKE_AT in': () => [operations.PageSpeakersDocument],
  'WORKS_FOR in': () => [operations.PagePeopleDocument],
  'PART_OF in': (kind) => (kind === 'Programme' ? [] : [kind === 'Place' ? operations.PagePartsOfPlaceDocument : operations.PagePartsDocument]),
  'ACTIVE_IN in': () => [operations.PageActiveInDocument],
  'LOCATED_IN in': () => [operations.PageOrganizationsInPlaceDocument],
  'HELD_IN in': () => [operations.PageEventsInPlaceDocument],
  'IN_COUNTRY in': () => [
    operations.PageOrganizationsInCountryDocument,
    operations.PagePlacesInCountryDocument,
    operations.PageEventsInCountryDocument,
    operations.PagePeopleInCountryDocument,
  ],
};

/** A page's edge as a relationship of the entity whose page it stands on. */
export function relationshipOf({ node, properties }: Edge, id: string, type: RelationshipType, direction: Direction): RelationshipPart {
  const { id: key, evidence, __typename, ...own } = properties;
  const [from, to] = direction === 'out' ? [id, node.id] : [node.id, id];
  return {
    __typename: 'Relationship',
    id: key,
    type,
    from: { id: from },
    to: { id: to },
    properties: own as RelationshipPart['properties'],
    evidence,
  } as RelationshipPart;
}
