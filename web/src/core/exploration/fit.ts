// Writes an exploration into an address that the server takes: what would make it too long is left out, and that is told.
import { type Route, writeRoute } from '../route';

/** The most letters of an address. The server takes 64 KB of headers, with all else that a browser says. */
export const longest = 48_000;

/** What an address can do without. */
export type Spared = 'selected' | 'hidden' | 'pinned' | 'expansions';

// What is tried in turn: the least that a reader would miss.
const cuts: readonly (readonly Spared[])[] = [
  [], ['selected'], ['hidden'], ['selected', 'hidden'], ['selected', 'hidden', 'pinned'], ['selected', 'hidden', 'pinned', 'expansions'],
]; // prettier-ignore

/** The address, and what is not in it. */
export function fit(route: Extract<Route, { page: 'explore' }>): { address: string; left: readonly Spared[] } {
  const { exploration, selected } = route;
  for (const left of cuts) {
    const without = (one: Spared) => left.includes(one);
    const address = writeRoute({
      ...route,
      selected: without('selected') ? [] : selected,
      exploration: {
        ...exploration,
        hidden: without('hidden') ? [] : exploration.hidden,
        pinned: without('pinned') ? {} : exploration.pinned,
        expansions: without('expansions') ? [] : exploration.expansions,
      },
    });
    if (address.length <= longest || left === cuts.at(-1)) return { address, left };
  }
  throw new Error('the last cut is always taken');
}
