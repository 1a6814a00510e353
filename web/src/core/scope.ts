// Which statements count: how firm they are at least, the day on which they held, and the day on which they were known.
// The choice stands in the address of every page, and `ask` sends it with every question.
import { useMemo } from 'react';

import type { Basis } from '../generated/operations';
import { goExactly, useAddress } from './address';

/** The choice. What is left out is as the server has it: stated and implied, whenever they held or were known. */
export interface Scope {
  basis?: Exclude<Basis, 'IMPLIED'>;
  /** The day on which it held, YYYY-MM-DD. */
  valid?: string;
  /** The day on which it was known. */
  known?: string;
}

/** Reads the choice from an address. What is no basis and no day is left out. */
export function parseScope(search: string): Scope {
  const query = new URLSearchParams(search);
  const basis = query.get('basis');
  const scope: Scope = {};
  if (basis === 'STATED' || basis === 'INFERRED') scope.basis = basis;
  for (const name of ['valid', 'known'] as const) {
    const day = query.get(name);
    if (day && isDay(day)) scope[name] = day;
  }
  return scope;
}

/** The choice as the variables of `@statements`, which every operation declares. */
export function scopeVariables({ basis, valid, known }: Scope) {
  return { ...(basis && { weakest: basis }), ...(valid && { validOn: valid }), ...(known && { knownOn: known }) };
}

/** A question without what it need not ask: where nothing inferred counts, no country is merely inferred, and to ask for it
    would have the database plan every entity's country twice. */
export function withoutDoubts(question: string, { basis }: Scope): string {
  return basis === 'INFERRED' ? question : question.replaceAll(/\s*firmCountry: country @statements\(weakest: IMPLIED\) \{\s*code\s*\}/g, '');
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** Chooses, for this page and those that follow. */
export function choose(scope: Scope, replace = false) {
  const query = new URLSearchParams(location.search);
  for (const name of ['basis', 'valid', 'known'] as const) {
    if (scope[name]) query.set(name, scope[name]);
    else query.delete(name);
  }
  // Measures of other statements are of another network, and no change of the one before; and a page of their partnerships
  // begins elsewhere.
  for (const name of ['projection', 'after', 'before']) query.delete(name);
  goExactly(location.pathname + (query.size > 0 ? `?${query}` : ''), replace);
}

/** The choice that the address holds. */
export function useScope(): Scope {
  const { search } = useAddress();
  return useMemo(() => parseScope(search), [search]);
}
