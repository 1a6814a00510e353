// Tests the lines of the outline.
import { expect, test } from 'vitest';

import { begin, close, group } from '../../core/exploration/exploration';
import { merge } from '../../core/exploration/network';
import { sceneOf } from '../../core/exploration/scene';
import type { EntityPart, RelationshipPart } from '../../core/types';
import { linesOf, placesOf, tiedTo, tiesByEntity } from './outlineLines';

const person = (id: string, code: string | null) =>
  ({ __typename: 'Person', id, label: id, country: code && { code, label: `Land ${code}` } }) as EntityPart;
const tie = (from: string, to: string): RelationshipPart => ({
  id: from + to,
  type: 'WORKS_FOR',
  from: { id: from },
  to: { id: to },
  properties: {},
  evidence: [],
});
const network = merge(
  [
    {
      nodes: [person('a', 'CN'), person('b', 'CN'), person('c', null), person('d', 'AU'), person('e', 'AU')],
      relationships: [tie('a', 'b'), tie('a', 'c'), tie('b', 'd'), tie('a', 'e')],
      omitted: [],
      truncated: false,
    },
  ],
  [],
);
const lines = (e: ReturnType<typeof begin>, ...open: string[]) =>
  linesOf(sceneOf(network, e), network, tiesByEntity(network), new Set(open)).map(({ key, level, open: shown }) => [key, level, shown]);

test('a line is counted among those that stand below the same one', () => {
  const of = linesOf(sceneOf(network, begin('a')), network, tiesByEntity(network), new Set(['a']));
  const places = placesOf(of);
  expect(of.map(({ key }, i) => [key, places[i]!.at, places[i]!.of]).slice(0, 5)).toEqual([
    ['a', 1, 5],
    ['a ab', 1, 3],
    ['a ac', 2, 3],
    ['a ae', 3, 3],
    ['b', 2, 5],
  ]);
});

test('without groups, entities stand at the first level and their ties below them', () => {
  expect(lines(begin('a'), 'c').slice(2, 4)).toEqual([
    ['c', 1, true],
    ['c ac', 2, undefined],
  ]);
});

test('an open group has its members below it, a closed one has not; who is in none comes last', () => {
  const e = close(group(begin('a'), 'country'), ['AU']);
  expect(lines(e, 'a')).toEqual([
    ['group:AU', 1, false],
    ['group:CN', 1, true],
    ['a', 2, true],
    ['a ab', 3, undefined],
    ['a ac', 3, undefined],
    ['a ae', 3, undefined],
    ['b', 2, false],
    ['c', 1, false],
  ]);
});

test('a closed group tells what it is tied to, most first', () => {
  const scene = sceneOf(network, close(group(begin('a'), 'country'), ['AU', 'CN']));
  expect(tiedTo(scene).get('CN')).toEqual([
    { label: 'Land AU', count: 2 },
    { label: 'c', count: 1 },
  ]);
});
