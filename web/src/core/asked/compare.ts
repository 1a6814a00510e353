// What the page of comparison asks: which entities stand side by side, and whether all that they have shows, or only what
// several have, or only what one has. The address holds it.

/** The most that stand side by side. */
export const mostCompared = 5;

/** What shows of what each one has. */
export const shows = ['all', 'common', 'own'] as const;

/** What is asked. */
export interface CompareAsk {
  of: readonly string[];
  show: (typeof shows)[number];
}

/** Reads an address. */
export function parseCompare(query: URLSearchParams): CompareAsk {
  const of = [...new Set(query.getAll('of'))].slice(0, mostCompared);
  return { of, show: shows.find((one) => one === query.get('show')) ?? 'all' };
}

/** Writes an address. */
export function writeCompare({ of, show }: CompareAsk): string {
  const query = new URLSearchParams(of.map((id) => ['of', id]));
  if (show !== 'all') query.set('show', show);
  return query.size > 0 ? `/compare?${query}` : '/compare';
}

/** One column's things under one heading. */
export type Column<Thing> = readonly Thing[];

/** How many columns have each thing, by its id. */
export function counts(columns: readonly Column<{ id: string }>[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const column of columns) {
    for (const id of new Set(column.map((thing) => thing.id))) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** What of a column shows: what several have comes first. */
export function select<Thing extends { id: string }>(column: Column<Thing>, shared: ReadonlyMap<string, number>, show: CompareAsk['show']): Thing[] {
  const several = (thing: Thing) => (shared.get(thing.id) ?? 0) > 1;
  return column
    .filter((thing) => show === 'all' || several(thing) === (show === 'common'))
    .sort((a, b) => Number(several(b)) - Number(several(a)));
}
