// The scale of the timeline: which years are shown, what falls into which part of them, and where a day stands.

/** What is dated: between two days, which are the same if the date is exact. */
export interface Dated {
  day: string;
  latest: string;
}

/** Some years, both included. */
export interface Years {
  from: number;
  to: number;
}

/** A part of the scale, a year or a month, with how many exact days fall into it. */
export interface Bucket {
  name: string;
  count: number;
}

const longestByMonth = 3; // years that are still parted by month

/** The years that some moments fall into. */
export function extent(moments: readonly Dated[]): Years | undefined {
  if (moments.length === 0) return undefined;
  return { from: Math.min(...moments.map(({ day }) => yearOf(day))), to: Math.max(...moments.map(({ latest }) => yearOf(latest))) };
}

/** The moments that touch some years. */
export function within<M extends Dated>(moments: readonly M[], { from, to }: Years): M[] {
  return moments.filter(({ day, latest }) => yearOf(day) <= to && yearOf(latest) >= from);
}

/** How many exact days fall into each year, or each month where there are few years. */
export function buckets(moments: readonly Dated[], { from, to }: Years): Bucket[] {
  const byMonth = to - from < longestByMonth;
  const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(4, '0'));
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
  const names = byMonth ? years.flatMap((year) => months.map((month) => `${year}-${month}`)) : years;
  const counts = new Map(names.map((name) => [name, 0]));
  for (const { day, latest } of moments) {
    const name = day.slice(0, byMonth ? 7 : 4);
    if (day === latest && counts.has(name)) counts.set(name, counts.get(name)! + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Spans in rows, so that none lies over another: as many rows as are needed. */
export function lanes<M extends Dated>(moments: readonly M[]): M[][] {
  const rows: M[][] = [];
  for (const moment of moments.filter(({ day, latest }) => day !== latest).toSorted((a, b) => a.day.localeCompare(b.day))) {
    const row = rows.find((one) => one.at(-1)!.latest < moment.day);
    if (row) row.push(moment);
    else rows.push([moment]);
  }
  return rows;
}

/** Where a day stands between the first and the last one, from 0 to 1. */
export function position(day: string, { from, to }: Years): number {
  const [start, end] = [time(`${String(from).padStart(4, '0')}-01-01`), time(`${String(to + 1).padStart(4, '0')}-01-01`)];
  return Math.min(1, Math.max(0, (time(day) - start) / (end - start)));
}

/** The years to write below the scale: all, or every second, fifth, tenth … */
export function ticks({ from, to }: Years, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => (to - from) / one < most) ?? 1000;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((year) => year % step === 0);
}

/** Half as many years, or twice as many, around the same middle; within the whole. */
export function zoom({ from, to }: Years, factor: number, whole: Years): Years {
  const length = Math.max(1, Math.round((to - from + 1) * factor));
  const start = Math.round((from + to + 1) / 2 - length / 2);
  return { from: Math.max(whole.from, Math.min(start, whole.to)), to: Math.min(whole.to, Math.max(start + length - 1, whole.from)) };
}

/** As many years, earlier or later. */
export function shift({ from, to }: Years, way: 1 | -1, whole: Years): Years {
  const by = way * Math.max(1, Math.round((to - from + 1) / 2));
  const start = Math.max(whole.from, Math.min(from + by, whole.to - (to - from)));
  return { from: start, to: start + to - from };
}

/** Reads years from an address: `2020~2025`. */
export function parseYears(text: string | undefined): Years | undefined {
  const [, from, to] = /^(\d{1,4})~(\d{1,4})$/.exec(text ?? '') ?? [];
  return from && to && +from <= +to ? { from: +from, to: +to } : undefined;
}

/** Writes years into an address. */
export function writeYears({ from, to }: Years): string {
  return `${from}~${to}`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
