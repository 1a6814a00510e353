// Puts moments together that came in several answers.
import type { Dated } from '../../../core/timescale';

/** A moment, as far as one is told from another. */
export interface Told extends Dated {
  what: string;
  entity: { id: string };
}

/** The moments of both, each once, the earliest first. */
export function together<M extends Told>(a: readonly M[], b: readonly M[]): M[] {
  const all = new Map([...a, ...b].map((one) => [`${one.entity.id} ${one.what} ${one.day}`, one]));
  return [...all.values()].sort((one, other) => compare(one.day, other.day) || compare(one.latest, other.latest));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
