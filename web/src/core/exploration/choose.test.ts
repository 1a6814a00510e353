// Tests what is selected at once.
import { expect, test } from 'vitest';

import type { EntityPart, RelationshipPart } from '../types';
import { choose } from './choose';
import { merge } from './network';

const entity = (id: string, kind: 'Person' | 'Alliance') => ({ __typename: kind, id, label: id, country: null }) as EntityPart;
const tie = (from: string, to: string): RelationshipPart => ({
  id: from + to,
  type: 'MEMBER_OF',
  from: { id: from },
  to: { id: to },
  properties: {},
  evidence: [],
});
const network = merge(
  [
    {
      nodes: [entity('a', 'Person'), entity('b', 'Person'), entity('c', 'Alliance'), entity('d', 'Person')],
      relationships: [tie('a', 'c'), tie('b', 'c')],
      omitted: [],
      truncated: false,
    },
  ],
  [],
);

test('all, none, and the opposite', () => {
  expect(choose(network, ['a'], { what: 'all' })).toEqual(['a', 'b', 'c', 'd']);
  expect(choose(network, ['a'], { what: 'none' })).toEqual([]);
  expect(choose(network, ['c', 'a'], { what: 'invert' })).toEqual(['b', 'd']);
});

test('neighbours are added behind what was selected, whichever way they are tied', () => {
  expect(choose(network, ['c'], { what: 'neighbours' })).toEqual(['c', 'a', 'b']);
  expect(choose(network, ['b'], { what: 'neighbours' })).toEqual(['b', 'c']);
  expect(choose(network, ['d'], { what: 'neighbours' })).toEqual(['d']);
});

test('a kind, and a group', () => {
  expect(choose(network, ['a'], { what: 'kind', kind: 'Alliance' })).toEqual(['c']);
  expect(choose(network, ['a'], { what: 'group', members: ['d', 'b', 'gone'] })).toEqual(['b', 'd']);
});
