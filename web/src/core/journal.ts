// The journal holds the questions behind what is on the screen now, so that "show the query" can show them.
import type { Truncation } from './api';

/** One question behind the page. */
export interface Entry {
  id: number;
  name: string;
  query: string;
  variables: Record<string, unknown>;
  took?: number;
  truncated: Truncation[];
}

let entries: readonly Entry[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(to: readonly Entry[]) {
  entries = to;
  for (const listener of listeners) listener();
}

/** The journal, in the form that React's useSyncExternalStore reads. */
export const journal = {
  /** Notes a question, and gives its number. */
  open(query: string, variables: Record<string, unknown>): number {
    const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
    const name = /query (\w+)/.exec(query)?.[1] ?? 'query';
    const entry = { id: next++, name, query: query.trim().replaceAll(/\n\s*fragment /g, '\n\nfragment '), variables: given, truncated: [] };
    set([...entries, entry]);
    return entry.id;
  },
  /** Notes that it was answered. */
  close(id: number, took: number, truncated: Truncation[]) {
    set(entries.map((entry) => (entry.id === id ? { ...entry, took, truncated } : entry)));
  },
  /** Takes it out: what it answered is no longer on the screen. */
  remove(id: number) {
    set(entries.filter((entry) => entry.id !== id));
  },
  entries: () => entries,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
