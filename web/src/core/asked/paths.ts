// What the page of paths asks: between which two, how far, through what and past what. The address holds it.
import type { RelationshipType } from '../../generated/operations';

/** What is asked. Without `through`, the server follows what it follows by default. */
export interface PathsAsk {
  from?: string;
  to?: string;
  avoid: readonly string[];
  through?: readonly RelationshipType[];
  hops: number;
}

/** The types that are followed where none are chosen, as the schema has them. */
export const followed: readonly RelationshipType[] = [
  'PARTY_TO', 'MEMBER_OF', 'LEADS', 'GUIDES', 'SUPPORTS', 'ORGANIZED', 'ATTENDED', 'SPOKE_AT', 'SIGNED_AT', 'WORKS_FOR',
  'PART_OF', 'APPROVED',
]; // prettier-ignore

/** The types that tie weakly: where things are and what they are active in. They are followed only if one says so. */
export const weaker: readonly RelationshipType[] = ['IN_COUNTRY', 'OPERATES_IN', 'LOCATED_IN', 'HELD_IN', 'ACTIVE_IN', 'ABOUT', 'STATES'];

/** How many steps a path has at most where nothing is said, and at the very most. */
export const usualHops = 4;
export const mostHops = 6;

/** Reads an address. */
export function parsePaths(query: URLSearchParams): PathsAsk {
  const hops = Number(query.get('hops') ?? usualHops);
  const through = query.getAll('through');
  return {
    from: query.get('from') ?? undefined,
    to: query.get('to') ?? undefined,
    avoid: [...new Set(query.getAll('avoid'))],
    ...(through.length > 0 && { through: [...followed, ...weaker].filter((type) => through.includes(type)) }),
    hops: Number.isInteger(hops) && hops >= 1 && hops <= mostHops ? hops : usualHops,
  };
}

/** Writes an address. What is as usual is left out; `through=none` stands for an empty choice. */
export function writePaths({ from, to, avoid, through, hops }: PathsAsk): string {
  const query = new URLSearchParams();
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  for (const id of avoid) query.append('avoid', id);
  if (through && !isUsual(through)) for (const type of through.length > 0 ? through : ['none']) query.append('through', type);
  if (hops !== usualHops) query.set('hops', String(hops));
  return query.size > 0 ? `/paths?${query}` : '/paths';
}

/** What follows or no longer follows a type, or several. */
export function follow(ask: PathsAsk, types: readonly RelationshipType[], on: boolean): PathsAsk {
  const now = ask.through ?? followed;
  return { ...ask, through: [...followed, ...weaker].filter((type) => (types.includes(type) ? on : now.includes(type))) };
}

function isUsual(through: readonly RelationshipType[]): boolean {
  return through.length === followed.length && followed.every((type) => through.includes(type));
}
