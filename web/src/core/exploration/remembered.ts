// The steps of the explorations that this tab has been at, so that the browser's "back" from another page finds what can be
// undone. An entry of the browser's history holds only a name; the steps stay here, until the page is loaded anew.
import type { Exploration } from './exploration';
import type { History } from './history';

const most = 50; // explorations that are remembered

const kept = new Map<string, { address: string; steps: History<Exploration> }>();
let next = 1;

/** The name of the browser's present entry, if it has one. */
function nameOf(state: unknown): string | undefined {
  const name = (state as { exploration?: unknown } | null)?.exploration;
  return typeof name === 'string' ? name : undefined;
}

/** Keeps the steps that led to an address, for the browser's present entry. */
export function remember(address: string, steps: History<Exploration>) {
  const name = nameOf(history.state) ?? `${performance.timeOrigin} ${next++}`;
  if (nameOf(history.state) !== name) history.replaceState({ exploration: name }, '');
  kept.delete(name);
  kept.set(name, { address, steps });
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
}

/** The steps that led to an address, if the browser's present entry is where they were made. */
export function recall(address: string): History<Exploration> | undefined {
  const one = kept.get(nameOf(history.state) ?? '');
  return one?.address === address ? one.steps : undefined;
}
