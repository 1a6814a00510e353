// Asks for the results of a finding: first, of words, what is called so; then those of it, or of everything, that pass.
import { useMemo } from 'react';

import { agreementsWhere, byDay, entitiesWhere, eventsWhere, type Finding, type Group, groupOf, organizationsWhere, sorts, unsigned } from '../../core/finding';
import { isOrganization } from '../../core/kinds';
import type { EntityPart } from '../../core/types';
import { type Asking, useAsk } from '../../core/useAsk';
import {
  FindAgreementsByDayDocument, FindAgreementsDocument, FindEntitiesDocument, FindEventsByDayDocument, FindEventsDocument, FindOrganizationsDocument, SearchDocument, type SortDirection,
  type TypedDocumentString,
} from '../../generated/operations'; // prettier-ignore
import { searchable } from '../../parts/EntityBox';
import type { Match } from '../../parts/Why';

/** The most that a search finds. */
export const mostHits = 50;

/** One result. */
export interface Result {
  entity: EntityPart;
  matched?: Match;
}

/** The results, as far as they are there. */
export interface Results {
  group: Group;
  /** What the words found; undefined where there are none, or while they are searched for. */
  ids?: string[];
  results?: Result[];
  total: number;
  /** Whether the words may have found more than a search gives. */
  capped: boolean;
  asking: Asking<unknown>;
}

/** One part of a list, or several that follow one another. */
type Parts = Record<string, { totalCount: number; edges: { node: EntityPart }[] }>;
type Listing = { document: TypedDocumentString<Parts, Record<string, unknown>>; variables: Record<string, unknown> };

/** Asks for as long as it is shown. */
export function useResults(f: Finding, lang: string): Results {
  const group = groupOf(f);
  const searching = useAsk(SearchDocument, searchable(f.q) ? { query: f.q, lang, first: mostHits } : null);
  const hits = searchable(f.q) ? searching.data?.search : f.q ? [] : undefined;
  const ids = useMemo(() => hits?.map(({ entity }) => entity.id), [hits]);
  const ready = group !== 'all' && (f.q === '' || (ids?.length ?? 0) > 0);
  const question = listingOf(f, group, ids, lang);
  const listing = useAsk(question.document, ready ? question.variables : null, true);

  const { data, since } = listing;
  const found = useMemo(() => {
    const capped = hits?.length === mostHits;
    if (group === 'all') return { group, ids, results: hits, total: hits?.length ?? 0, capped };
    if (hits?.length === 0) return { group, ids, results: [], total: 0, capped };
    const matches = new Map(hits?.map(({ entity, matched }, i) => [entity.id, { matched, i }]));
    const parts = data && Object.values(data).filter((part) => 'edges' in part);
    const lists = parts?.map((part) => part.edges.map(({ node }) => node));
    const results = (lists && isByDay(f) ? byDay(lists as Dated[][], sortOf(f) === 'newest') : lists?.flat())
      ?.map((node): Result => ({ entity: node, matched: matches.get(node.id)?.matched }))
      // While others are asked for, what former words or another group had is still there.
      .filter(({ entity, matched }) => (!hits || matched) && (since === undefined || isOf(entity, group)))
      .slice(0, f.show);
    if (best(f)) results?.sort((a, b) => (matches.get(a.entity.id)?.i ?? 0) - (matches.get(b.entity.id)?.i ?? 0));
    const total = parts?.reduce((sum, part) => sum + part.totalCount, 0) ?? 0;
    return { group, ids, results, total, capped };
  }, [f, group, hits, ids, data, since]);
  const searched = group === 'all' || hits?.length === 0 || (f.q !== '' && !hits);
  return { ...found, asking: searched ? searching : listing };
}

/** The order that is shown. */
export function sortOf(f: Finding): string {
  const known = sorts[groupOf(f)] ?? [];
  return known.includes(f.sort) ? f.sort : f.q ? 'best' : (known[0] ?? '');
}

function isOf({ __typename }: EntityPart, group: Group): boolean {
  return group === 'Organization' ? isOrganization(__typename) : __typename === group;
}

const isByDay = (f: Finding) => ['newest', 'oldest'].includes(sortOf(f));

type Dated = EntityPart & { signedOn?: string | null; startDate?: string | null };

const best = (f: Finding) => f.q !== '' && sortOf(f) === 'best';

const [up, down]: SortDirection[] = ['ASC', 'DESC'];

/** The question that lists a group. */
function listingOf(f: Finding, group: Group, ids: readonly string[] | undefined, lang: string): Listing {
  const rest = { first: best(f) ? mostHits : f.show, lang };
  const ask = (document: unknown, variables: object): Listing => ({
    document: document as Listing['document'],
    variables: { ...variables, ...rest },
  });
  const by = sortOf(f);
  switch (group) {
    case 'Organization': {
      const partners = { partnersConnection: { aggregate: { count: { nodes: down } } } };
      return ask(FindOrganizationsDocument, { where: organizationsWhere(f, ids), sort: by === 'partners' ? [partners, { name: up }] : [{ name: up }] });
    }
    case 'Agreement': {
      const where = agreementsWhere(f, ids);
      if (!isByDay(f)) return ask(FindAgreementsDocument, { where, sort: [{ title: up }] });
      return ask(FindAgreementsByDayDocument, {
        direction: by === 'newest' ? down : up,
        signed: { AND: [where, { NOT: unsigned }] },
        begun: { AND: [where, unsigned, { NOT: { startDate: { eq: null } } }] },
        undated: { AND: [where, unsigned, { startDate: { eq: null } }] },
      });
    }
    case 'Event': {
      const where = eventsWhere(f, ids);
      if (!isByDay(f)) return ask(FindEventsDocument, { where, sort: [{ name: up }] });
      const undated = { startDate: { eq: null } };
      return ask(FindEventsByDayDocument, { direction: by === 'newest' ? down : up, dated: { AND: [where, { NOT: undated }] }, undated: { AND: [where, undated] } });
    }
    default:
      return ask(FindEntitiesDocument, { where: entitiesWhere(group, ids) });
  }
}
