// Tests how answers are put together.
import { expect, test } from 'vitest';

import type { RelationshipPart } from '../types';
import { merge, type Piece } from './network';

const entity = (id: string) => ({ __typename: 'Person' as const, id, label: id, inferred: false, country: null });
const tie = (id: string, from: string, to: string, type: RelationshipPart['type'] = 'PARTY_TO'): RelationshipPart => ({
  id,
  type,
  from: { id: from },
  to: { id: to },
  properties: {},
  evidence: [],
});
const piece = (ids: string[], relationships: RelationshipPart[], omitted: [string, RelationshipPart['type'], number][] = []): Piece => ({
  nodes: ids.map(entity),
  relationships,
  omitted: omitted.map(([id, relationship, count]) => ({ entity: { id }, relationship, count })),
  truncated: false,
});

test('entities and relationships of several answers are there once', () => {
  const n = merge([piece(['a', 'b'], [tie('1', 'a', 'b')]), piece(['b', 'c'], [tie('1', 'a', 'b'), tie('2', 'b', 'c')])], []);
  expect([...n.entities.keys()]).toEqual(['a', 'b', 'c']);
  expect(n.relationships.map((r) => r.id)).toEqual(['1', '2']);
});

test('parallel relationships are one tie, whichever way they point', () => {
  const { ties } = merge([piece(['a', 'b'], [tie('1', 'a', 'b'), tie('2', 'b', 'a', 'LEADS')])], []);
  expect(ties).toHaveLength(1);
  expect(ties[0]!.relationships).toHaveLength(2);
});

test('what is hidden takes its relationships with it', () => {
  const n = merge([piece(['a', 'b', 'c'], [tie('1', 'a', 'b'), tie('2', 'a', 'c')])], ['b', 'nobody']);
  expect(n.relationships.map((r) => r.id)).toEqual(['2']);
  expect(n.hidden).toBe(1);
});

test('what is left out shrinks as expansions bring it', () => {
  const first = piece(['a', 'b'], [tie('1', 'a', 'b')], [['a', 'PARTY_TO', 2]]);
  expect(merge([first], []).omitted.get('a')?.get('PARTY_TO')).toBe(2);
  const more = piece(['a', 'b', 'c'], [tie('1', 'a', 'b'), tie('2', 'a', 'c')], [['a', 'PARTY_TO', 1]]);
  expect(merge([first, more], []).omitted.get('a')?.get('PARTY_TO')).toBe(1);
  const all = piece(['a', 'b', 'c', 'd'], [tie('1', 'a', 'b'), tie('2', 'a', 'c'), tie('3', 'a', 'd')]);
  expect(merge([first, more, all], []).omitted.has('a')).toBe(false);
});
