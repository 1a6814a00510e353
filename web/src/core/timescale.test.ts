// Tests the scale of the timeline.
import { expect, test } from 'vitest';

import { buckets, extent, lanes, parseYears, position, shift, ticks, within, zoom } from './timescale';

const on = (day: string, latest = day) => ({ day, latest });

test('a vague date is a span, which touches every year that it can mean', () => {
  const moments = [on('2019-05-01'), on('2020-01-01', '2021-12-31')];
  expect(extent(moments)).toEqual({ from: 2019, to: 2021 });
  expect(extent([])).toBeUndefined();
  expect(within(moments, { from: 2021, to: 2022 })).toEqual([moments[1]]);
});

test('exact days are counted by month where there are few years, by year where there are many', () => {
  const moments = [on('2020-02-03'), on('2020-02-04'), on('2020-01-01', '2020-12-31')];
  expect(buckets(moments, { from: 2020, to: 2020 }).slice(0, 3).map(({ count }) => count)).toEqual([0, 2, 0]);
  expect(buckets(moments, { from: 2018, to: 2021 })).toEqual([
    { name: '2018', count: 0 }, { name: '2019', count: 0 }, { name: '2020', count: 2 }, { name: '2021', count: 0 },
  ]); // prettier-ignore
});

test('spans that overlap stand in rows of their own', () => {
  const [a, b, c] = [on('2020-01-01', '2020-12-31'), on('2020-06-01', '2020-06-30'), on('2021-01-01', '2021-01-31')];
  expect(lanes([a, b, c, on('2020-01-01')])).toEqual([[a, c], [b]]);
});

test('a day has its place, and years their marks', () => {
  expect(position('2020-01-01', { from: 2020, to: 2020 })).toBe(0);
  expect(position('2020-07-01', { from: 2020, to: 2020 })).toBeCloseTo(0.497, 2);
  expect(position('1999-01-01', { from: 2020, to: 2020 })).toBe(0);
  expect(ticks({ from: 1998, to: 2025 }, 8)).toEqual([2000, 2005, 2010, 2015, 2020, 2025]);
});

test('one zooms and moves within the whole', () => {
  const whole = { from: 2000, to: 2020 };
  expect(zoom({ from: 2000, to: 2020 }, 0.5, whole)).toEqual({ from: 2005, to: 2015 });
  expect(zoom({ from: 2019, to: 2020 }, 4, whole)).toEqual({ from: 2016, to: 2020 });
  expect(zoom({ from: 2010, to: 2010 }, 0.5, whole)).toEqual({ from: 2010, to: 2010 });
  expect(shift({ from: 2000, to: 2009 }, -1, whole)).toEqual({ from: 2000, to: 2009 });
  expect(shift({ from: 2008, to: 2017 }, 1, whole)).toEqual({ from: 2011, to: 2020 });
  expect([parseYears('2020~2021'), parseYears('2021~2020'), parseYears('x')]).toEqual([{ from: 2020, to: 2021 }, undefined, undefined]);
});
