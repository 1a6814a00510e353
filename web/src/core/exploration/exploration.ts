// An exploration is what the reader made of the graph: where it began, what was expanded, hidden and pinned. It is a
// value; each step makes a new one, which is what undo goes back to and what an address holds.
import type { RelationshipType } from '../../generated/operations';
import type { Kind } from '../types';

/** One expansion: of an entity, by one type of relationship, or by all that are followed by default. */
export interface Expansion {
  id: string;
  through?: RelationshipType;
}

/** Where a pinned entity stands, in the coordinates of the layout. */
export type Position = readonly [x: number, y: number];

/** What the reader made of the graph. */
export interface Exploration {
  of: readonly string[];
  expansions: readonly Expansion[];
  hidden: readonly string[];
  pinned: Readonly<Record<string, Position>>;
}

/** An exploration that begins with some entities. */
export function begin(...of: string[]): Exploration {
  return { of, expansions: [], hidden: [], pinned: {} };
}

// What leads to these kinds is not followed by default, so that they would stand alone.
const opening: Partial<Record<Kind, RelationshipType>> = {
  Country: 'IN_COUNTRY',
  Place: 'LOCATED_IN',
  Field: 'ACTIVE_IN',
  Figure: 'ABOUT',
  Source: 'STATES',
};

/** An exploration that begins with entities of a kind, and shows what the kind is about. */
export function beginAt(kind: Kind, ...of: string[]): Exploration {
  const through = opening[kind];
  return through ? of.reduce((e, id) => expand(e, id, through), begin(...of)) : begin(...of);
}

/** Adds an expansion, unless it is there. */
export function expand(e: Exploration, id: string, through?: RelationshipType): Exploration {
  if (e.expansions.some((one) => one.id === id && one.through === through)) return e;
  return { ...e, expansions: [...e.expansions, through ? { id, through } : { id }] };
}

/** Begins from one entity more. */
export function add(e: Exploration, id: string): Exploration {
  const hidden = e.hidden.filter((one) => one !== id);
  return { ...e, of: e.of.includes(id) ? e.of : [...e.of, id], hidden };
}

/** Takes entities off the screen. */
export function hide(e: Exploration, ids: readonly string[]): Exploration {
  const more = ids.filter((id) => !e.hidden.includes(id));
  return more.length === 0 ? e : { ...e, hidden: [...e.hidden, ...more] };
}

/** Shows again what was hidden. */
export function showHidden(e: Exploration): Exploration {
  return e.hidden.length === 0 ? e : { ...e, hidden: [] };
}

/** Holds an entity where it stands. */
export function pin(e: Exploration, id: string, [x, y]: Position): Exploration {
  return { ...e, pinned: { ...e.pinned, [id]: [round(x), round(y)] } };
}

/** Lets the layout move it again. */
export function unpin(e: Exploration, id: string): Exploration {
  const { [id]: _, ...pinned } = e.pinned;
  return { ...e, pinned };
}

/** Writes an exploration into an address: `of`, `x` (expansions), `hide` and `pin`, once for each. */
export function writeExploration(e: Exploration): URLSearchParams {
  const query = new URLSearchParams();
  for (const id of e.of) query.append('of', id);
  for (const { id, through } of e.expansions) query.append('x', through ? `${through}~${id}` : `~${id}`);
  for (const id of e.hidden) query.append('hide', id);
  for (const [id, [x, y]] of Object.entries(e.pinned)) query.append('pin', `${x}~${y}~${id}`);
  return query;
}

/** Reads an exploration from an address. What it cannot read is left out. */
export function parseExploration(query: URLSearchParams): Exploration {
  const expansions: Expansion[] = [];
  for (const text of query.getAll('x')) {
    const [, through, id] = /^([A-Z_]*)~(.+)$/.exec(text) ?? [];
    if (id) expansions.push(through ? { id, through: through as RelationshipType } : { id });
  }
  const pinned: Record<string, Position> = {};
  for (const text of query.getAll('pin')) {
    const [, x, y, id] = /^(-?[\d.]+)~(-?[\d.]+)~(.+)$/.exec(text) ?? [];
    if (id && Number.isFinite(+x!) && Number.isFinite(+y!)) pinned[id] = [+x!, +y!];
  }
  return { of: query.getAll('of').slice(0, 20), expansions, hidden: query.getAll('hide'), pinned };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
