// Tests groups, and what is shown where they are closed.
import { expect, test } from 'vitest';

import type { EntityPart, RelationshipPart } from '../types';
import { begin, close, group } from './exploration';
import { merge } from './network';
import { mostNodes, sceneOf } from './scene';

const person = (id: string, code?: string): EntityPart => ({
  __typename: 'Person',
  inferred: false,
  id,
  label: id,
  country: code ? { code, label: `Land ${code}` } : null,
});
const alliance = (id: string) => ({ __typename: 'Alliance', id, label: id, country: null }) as EntityPart;
const tie = (from: string, to: string, type: RelationshipPart['type'], status: string | null = null): RelationshipPart => ({
  id: `${from}-${type}-${to}`,
  type,
  from: { id: from },
  to: { id: to },
  properties: { status },
  evidence: [],
});
const network = (nodes: EntityPart[], relationships: RelationshipPart[]) =>
  merge([{ nodes, relationships, omitted: [], truncated: false }], []);

const lands = network(
  [{ __typename: 'Country', id: 'AU', label: 'Australia' } as EntityPart, person('a', 'AU'), person('b', 'CN'), person('c', 'CN'), person('d')],
  [tie('a', 'AU', 'IN_COUNTRY'), tie('a', 'b', 'LEADS'), tie('c', 'a', 'GUIDES'), tie('b', 'c', 'LEADS'), tie('d', 'b', 'LEADS')],
);

test('without a grouping the scene is the network', () => {
  const scene = sceneOf(lands, begin('a'));
  expect([...scene.nodes.keys()]).toEqual(['AU', 'a', 'b', 'c', 'd']);
  expect(scene.ties).toBe(lands.ties);
  expect(scene.groups).toEqual([]);
});

test('a country is a group, with its own node in it; who has none stands alone', () => {
  const { groups, groupOf } = sceneOf(lands, group(begin('a'), 'country'));
  expect(groups.map(({ key, members }) => [key, members])).toEqual([
    ['AU', ['AU', 'a']],
    ['CN', ['b', 'c']],
  ]);
  expect(groupOf.has('d')).toBe(false);
});

test('a closed group is one node, which has its members’ relationships to others and not those among them', () => {
  const scene = sceneOf(lands, close(group(begin('a'), 'country'), ['CN']));
  expect([...scene.nodes.values()].map(({ label }) => label)).toEqual(['Australia', 'a', 'Land CN (2)', 'd']);
  const between = scene.ties.find(({ key }) => key === '["a","group:CN"]')!;
  expect(between.relationships.map(({ type }) => type)).toEqual(['LEADS', 'GUIDES']);
  expect(scene.ties.some(({ a, b }) => a === b)).toBe(false);
  const both = sceneOf(lands, close(group(begin('a'), 'country'), ['CN', 'AU']));
  expect(both.ties.map(({ key }) => key).sort()).toEqual(['["d","group:CN"]', '["group:AU","group:CN"]']);
});

test('an alliance groups its members, not who merely plans to join or guides it', () => {
  const n = network(
    [alliance('X'), alliance('Y'), ...['a', 'b', 'c', 'd', 'e'].map((id) => person(id))],
    [
      tie('a', 'X', 'MEMBER_OF'), tie('b', 'X', 'MEMBER_OF', 'SIGNED'), tie('c', 'X', 'MEMBER_OF', 'PLANNED'), tie('d', 'X', 'GUIDES'),
      tie('a', 'Y', 'MEMBER_OF'), tie('e', 'Y', 'MEMBER_OF'), tie('d', 'Y', 'MEMBER_OF'), tie('c', 'Y', 'MEMBER_OF'),
    ], // prettier-ignore
  );
  const { groups } = sceneOf(n, group(begin('a'), 'alliance'));
  expect(groups.map(({ key, members }) => [key, members])).toEqual([
    ['Y', ['a', 'Y', 'e', 'd', 'c']],
    ['X', ['X', 'b']],
  ]);
});

test('what the canvas cannot take is counted', () => {
  const many = network(Array.from({ length: mostNodes + 7 }, (_, i) => person(`p${i}`, 'CN')), []);
  expect(sceneOf(many, begin('p0')).leftOut).toBe(7);
  expect(sceneOf(many, close(group(begin('p0'), 'country'), ['CN'])).leftOut).toBe(0);
});
