// Tests the layouts that are computed at once.
import { expect, test } from 'vitest';

import { beside, columns, distances, rings } from './arrange';

/** A graph from its edges. */
function graph(...edges: string[]) {
  const neighbours = new Map<string, string[]>();
  for (const edge of edges) {
    const [a, b] = edge.split('-') as [string, string?];
    for (const id of [a, b]) if (id) neighbours.set(id, neighbours.get(id) ?? []);
    if (b) {
      neighbours.get(a)!.push(b);
      neighbours.get(b)!.push(a);
    }
  }
  return neighbours;
}

const reach = ([x, y]: readonly [number, number]) => Math.hypot(x, y);

test('distances count edges', () => {
  expect(Object.fromEntries(distances('a', graph('a-b', 'b-c', 'a-c', 'c-d', 'x')))).toEqual({ a: 0, b: 1, c: 1, d: 2 });
});

test('a ring holds what is equally far, and the last what cannot be reached', () => {
  const at = rings('a', graph('a-b', 'a-c', 'b-d', 'c-e', 'x'));
  expect(at.get('a')).toEqual([0, 0]);
  expect(reach(at.get('b')!)).toBeCloseTo(reach(at.get('c')!));
  expect(reach(at.get('d')!)).toBeGreaterThan(reach(at.get('b')!));
  expect(reach(at.get('x')!)).toBeGreaterThan(reach(at.get('d')!));
});

test('a node stands on the side of what it is tied to, and a full ring is wide enough', () => {
  const leaves = Array.from({ length: 40 }, (_, i) => `h-l${i}`);
  const at = rings('a', graph('a-h', 'a-k', 'k-m', ...leaves));
  const [h, k, m] = ['h', 'k', 'm'].map((id) => at.get(id)!);
  expect(Math.hypot(m![0] - k![0], m![1] - k![1])).toBeLessThan(Math.hypot(m![0] - h![0], m![1] - h![1]));
  const first = at.get('l0')!;
  const nearest = Math.min(...leaves.slice(1).map((_, i) => Math.hypot(at.get(`l${i + 1}`)![0] - first[0], at.get(`l${i + 1}`)![1] - first[1])));
  expect(nearest).toBeGreaterThan(20);
});

test('columns lead from one end to the other, and what hangs between them stays between', () => {
  const at = columns('a', 'z', graph('a-p', 'p-q', 'q-z', 'a-r', 'r-q', 'a-hang', 'z-end', 'x'));
  const x = (id: string) => at.get(id)![0];
  expect(x('a')).toBe(0);
  expect(x('p')).toBe(x('r'));
  expect([x('p') < x('q'), x('q') < x('z')]).toEqual([true, true]);
  for (const id of ['hang', 'end']) expect(x(id) > 0 && x(id) < x('z'), id).toBe(true);
  expect(x('x')).toBeGreaterThan(x('z'));
});

test('without another end, columns go by distance; edges do not cross where they need not', () => {
  const at = columns('a', undefined, graph('a-b', 'a-c', 'c-e', 'b-d'));
  expect(['a', 'b', 'd'].map((id) => at.get(id)![0])).toEqual([0, at.get('c')![0], at.get('e')![0]]);
  expect(Math.sign(at.get('b')![1] - at.get('c')![1])).toBe(Math.sign(at.get('d')![1] - at.get('e')![1]));
  expect(columns('a', 'z', graph('a-b', 'z')).get('z')![0]).toBeGreaterThan(0);
});

test('what is new stands beyond its neighbour', () => {
  for (const nth of [0, 1, 2]) expect(reach(beside([100, 0], [0, 0], nth, 3))).toBeGreaterThan(140);
  expect(beside([100, 0], [0, 0], 0, 1)).toEqual([160, 0]);
});
