// The cells of a matrix of countries. That no partnership was found says something only where something was read: a cell
// tells the two apart.
import { pairKey } from './geography';

/** What ties two countries. */
export interface Strength {
  a: string;
  b: string;
  partnerships: number;
  agreements: number;
}

/** A cell: partnerships; none, though sources speak of both; none, and sources speak of one only; no source read. */
export type Cell =
  | { state: 'found'; strength: Strength }
  | { state: 'absent' }
  | { state: 'half'; unread: string }
  | { state: 'unread' };

/** The cell of two countries; `read` are those that a source speaks of. */
export function cellOf(a: string, b: string, ties: ReadonlyMap<string, Strength>, read: ReadonlySet<string>): Cell {
  const strength = ties.get(pairKey(a, b));
  if (strength) return { state: 'found', strength };
  if (read.has(a) && read.has(b)) return { state: 'absent' };
  if (read.has(a) || read.has(b)) return { state: 'half', unread: read.has(a) ? b : a };
  return { state: 'unread' };
}

/** What ties each pair, by the pair's name. */
export function byPair(ties: readonly Strength[]): Map<string, Strength> {
  return new Map(ties.map((tie) => [pairKey(tie.a, tie.b), tie]));
}

/** Countries in the order to show them: the strongest first, then those that a source speaks of, each by name. */
export function strongestFirst<C extends { code: string; label: string }>(
  countries: readonly C[],
  ties: Iterable<Strength>,
  read: ReadonlySet<string>,
  language: string,
): C[] {
  const sums = new Map<string, number>();
  for (const { a, b, partnerships } of ties) for (const code of new Set([a, b])) sums.set(code, (sums.get(code) ?? 0) + partnerships);
  const words = new Intl.Collator(language);
  const rank = ({ code }: C) => sums.get(code) ?? 0;
  return countries.toSorted(
    (a, b) => rank(b) - rank(a) || Number(read.has(b.code)) - Number(read.has(a.code)) || words.compare(a.label, b.label),
  );
}
