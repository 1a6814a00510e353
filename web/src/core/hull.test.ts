// Tests the outline of points.
import { expect, test } from 'vitest';

import { hull, hullPath } from './hull';

test('a hull holds the corners and not what lies inside or on a side', () => {
  const corners = hull([[0, 0], [4, 0], [4, 4], [0, 4], [2, 2], [2, 0]]); // prettier-ignore
  expect(corners).toHaveLength(4);
  expect(corners).not.toContainEqual([2, 2]);
  expect(corners).not.toContainEqual([2, 0]);
});

test('a path goes around one point, two, and many that lie in a line', () => {
  expect(hullPath([], 10)).toBe('Z');
  for (const points of [[[5, 5]], [[0, 0], [9, 0]], [[0, 0], [1, 1], [2, 2]]] as [number, number][][]) {
    const path = hullPath(points, 10);
    expect(path).toMatch(/^M[-\d. LA]+Z$/);
    expect(path).not.toContain('NaN');
  }
});

test('the path keeps its distance outside of the hull', () => {
  const numbers = hullPath([[0, 0], [10, 0], [10, 10], [0, 10]], 5).match(/[ML](-?[\d.]+) (-?[\d.]+)/g)!; // prettier-ignore
  for (const start of numbers) {
    const [x, y] = start.slice(1).split(' ').map(Number) as [number, number];
    expect(x === -5 || x === 15 || y === -5 || y === 15, start).toBe(true);
  }
});
