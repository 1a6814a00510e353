// How the views of an exploration look: what the reader chose in one of them. It stands in the address beside the
// exploration, and no step is undone with it.

/** The names in an address: the matrix's extent, pair and number of rows; the table's columns and order; the timeline's years. */
export const lookNames = ['matrix', 'pair', 'rows', 'cols', 'sort', 'years'] as const;

/** What was chosen, as it is written. */
export type Look = Partial<Record<(typeof lookNames)[number], string>>;

/** Reads it from an address. */
export function parseLook(query: URLSearchParams): Look {
  return Object.fromEntries(lookNames.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])));
}

/** Writes it into an address. */
export function writeLook(look: Look, query: URLSearchParams) {
  for (const name of lookNames) if (look[name]) query.set(name, look[name]);
}
