// Tests that an exploration's address stays as short as the server takes it.
import { expect, test } from 'vitest';

import { type Route, writeRoute } from '../route';
import { begin, hide, pin } from './exploration';
import { fit, longest } from './fit';

const ids = (n: number) => Array.from({ length: n }, (_, i) => `university-of-technology-number-${i}`);
const route = (exploration = begin('a'), selected: string[] = []): Extract<Route, { page: 'explore' }> => ({ page: 'explore', exploration, view: 'graph', selected });

test('what is short enough is whole', () => {
  const one = route(pin(hide(begin('a'), ids(500)), 'a', [1, 2]), ids(500));
  expect(fit(one)).toEqual({ address: writeRoute(one), left: [] });
});

test('the selection goes first, and what is hidden only if that does not do', () => {
  const few = fit(route(hide(begin('a'), ['b']), ids(2000)));
  expect(few.left).toEqual(['selected']);
  expect(few.address).toContain('hide=b');
  const many = fit(route(hide(begin('a'), ids(2000)), ['b']));
  expect(many.left).toEqual(['hidden']);
  expect(many.address).toContain('sel=b');
  const both = fit(route(hide(begin('a'), ids(2000)), ids(2000)));
  expect(both).toEqual({ address: '/explore?of=a', left: ['selected', 'hidden'] });
});

test('whatever there is, the address is short', () => {
  const pinned = ids(2000).reduce((e, id, i) => pin(e, id, [i, i]), begin('a'));
  const one = fit(route({ ...pinned, expansions: ids(2000).map((id) => ({ id })) }));
  expect(one.left).toContain('expansions');
  expect(one.address.length).toBeLessThan(longest);
});
