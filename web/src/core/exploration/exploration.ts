// An exploration is what the reader made of the graph: where it began, what was expanded, hidden, pinned and grouped, and
// how it is laid out. It is a value; each step makes a new one, which is what undo goes back to and what an address holds.
import type { RelationshipType } from '../../generated/operations';
import type { Kind } from '../types';

/** One expansion: of an entity, by one type of relationship, or by all that are followed by default. */
export interface Expansion {
  id: string;
  through?: RelationshipType;
}

/** Where a pinned entity stands, in the coordinates of the layout. */
export type Position = readonly [x: number, y: number];

/** How the graph is laid out: by forces, in rings around an entity, or in columns from one entity to another. */
export type Arrangement = { by: 'force' } | { by: 'rings'; from: string } | { by: 'columns'; from: string; to?: string };

/** What entities are grouped by. */
export const groupings = ['country', 'alliance'] as const;

/** What entities are grouped by, and which groups are closed into one node. */
export interface Grouping {
  by: (typeof groupings)[number];
  closed: readonly string[];
}

/** What the reader made of the graph. Where nothing is said, forces lay it out and nothing is grouped. */
export interface Exploration {
  of: readonly string[];
  expansions: readonly Expansion[];
  hidden: readonly string[];
  pinned: Readonly<Record<string, Position>>;
  /** Whether it opens with what it begins with alone, as a path does, and not with what is around that. */
  only?: boolean;
  arrangement?: Arrangement;
  grouping?: Grouping;
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

/** As many are expanded at once: each is a question of its own. */
export const mostExpanded = 50;

/** Adds an expansion of each, as one step; of more than are expanded at once, none. */
export function expandAll(e: Exploration, ids: readonly string[]): Exploration {
  return ids.length > mostExpanded ? e : ids.reduce((last, id) => expand(last, id), e);
}

/** Takes entities off the screen. */
export function hide(e: Exploration, ids: readonly string[]): Exploration {
  const there = new Set(e.hidden);
  const more = ids.filter((id) => !there.has(id));
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

/** Lays the graph out another way. */
export function arrange(e: Exploration, to: Arrangement): Exploration {
  const { arrangement, ...rest } = e;
  if (isSame(to, arrangement ?? { by: 'force' })) return e;
  return to.by === 'force' ? rest : { ...rest, arrangement: to };
}

function isSame(a: Arrangement & { from?: string; to?: string }, b: Arrangement & { from?: string; to?: string }): boolean {
  return a.by === b.by && a.from === b.from && a.to === b.to;
}

/** Groups entities, every group open; by nothing, groups none. */
export function group({ grouping, ...e }: Exploration, by: Grouping['by'] | undefined): Exploration {
  return by ? { ...e, grouping: { by, closed: [] } } : e;
}

/** Closes groups into one node each. */
export function close(e: Exploration, keys: readonly string[]): Exploration {
  const there = new Set(e.grouping?.closed);
  const more = keys.filter((key) => !there.has(key));
  return !e.grouping || more.length === 0 ? e : { ...e, grouping: { ...e.grouping, closed: [...e.grouping.closed, ...more] } };
}

/** Opens groups again. */
export function open(e: Exploration, keys: readonly string[]): Exploration {
  const opened = new Set(keys);
  const closed = e.grouping?.closed.filter((key) => !opened.has(key));
  return !closed || closed.length === e.grouping!.closed.length ? e : { ...e, grouping: { ...e.grouping!, closed } };
}

/** Writes an exploration into an address: `of`, `x` (expansions), `hide`, `pin` and `closed`, once for each; `layout` with
 * `from` and `to`; `group`. */
export function writeExploration(e: Exploration): URLSearchParams {
  const query = new URLSearchParams();
  for (const id of e.of) query.append('of', id);
  if (e.only) query.set('only', '1');
  for (const { id, through } of e.expansions) query.append('x', through ? `${through}~${id}` : `~${id}`);
  for (const id of e.hidden) query.append('hide', id);
  for (const [id, [x, y]] of Object.entries(e.pinned)) query.append('pin', `${x}~${y}~${id}`);
  if (e.arrangement && e.arrangement.by !== 'force') {
    query.set('layout', e.arrangement.by);
    query.set('from', e.arrangement.from);
    if (e.arrangement.by === 'columns' && e.arrangement.to) query.set('to', e.arrangement.to);
  }
  if (e.grouping) query.set('group', e.grouping.by);
  for (const key of e.grouping?.closed ?? []) query.append('closed', key);
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
  const by = groupings.find((one) => one === query.get('group'));
  return {
    of: query.getAll('of').slice(0, 20),
    expansions,
    hidden: query.getAll('hide'),
    pinned,
    ...(query.has('only') && { only: true }),
    ...parseArrangement(query),
    ...(by && { grouping: { by, closed: query.getAll('closed') } }),
  };
}

function parseArrangement(query: URLSearchParams): { arrangement?: Arrangement } {
  const [by, from, to] = [query.get('layout'), query.get('from'), query.get('to')];
  if (by === 'rings' && from) return { arrangement: { by, from } };
  if (by === 'columns' && from) return { arrangement: { by, from, ...(to && { to }) } };
  return {};
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
