// The days that the data knows: where the sliders of time begin and end, and where they have marks.
import type { DatesQuery } from '../generated/operations';

/** The span of the sliders, and their marks, each a day. */
export interface Days {
  from: string;
  to: string;
  valid: readonly string[];
  known: readonly string[];
}

/** Reads the days; undefined where nothing is dated. `today` is the latest day to go to, unless the data goes on. */
export function daysOf({ agreementsConnection: agreements, eventsConnection: events, sourcesConnection: sources }: DatesQuery, today: string): Days | undefined {
  const months = (...facets: readonly (readonly { value: string | null }[])[]) =>
    [...new Set(facets.flat().flatMap(({ value }) => (value ? [`${value}-15`] : [])))].sort();
  const [a, e, s] = [agreements.aggregate.node, events.aggregate.node, sources.aggregate.node];
  const all = [
    ...[a.signedOn, a.startDate, e.startDate, s.publishedOn, s.retrievedOn].flatMap(({ earliest, latest }) => [earliest, latest]),
    a.endDate.latest,
  ].filter((day) => day !== null);
  if (all.length === 0) return undefined;
  all.sort();
  const [from, to] = [all[0]!, all.at(-1)! > today ? all.at(-1)! : today];
  return {
    from,
    to,
    valid: months(agreements.facets.signedOn, agreements.facets.startDate, events.facets.startDate),
    known: months(sources.facets.publishedOn, sources.facets.retrievedOn),
  };
}

/** The days, made wide enough for the one that is chosen. */
export function within(days: Days, day: string | undefined): Days {
  if (!day || (day >= days.from && day <= days.to)) return days;
  return day < days.from ? { ...days, from: day } : { ...days, to: day };
}

const dayLength = 86_400_000;

/** A day as a number, so that a slider can count days. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
}

/** A number as its day. */
export function dayOf(n: number): string {
  return new Date(n * dayLength).toISOString().slice(0, 10);
}

/** This day, where the reader is. */
export function today(): string {
  return new Date().toLocaleDateString('sv'); // YYYY-MM-DD
}
