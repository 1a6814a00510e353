// Tests the order of results, the addresses, the sections of an entity's page, and that every kind has a look and a name.
import { expect, test } from 'vitest';

import type { SearchQuery } from '../generated/operations';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { askedQuestion } from '../graphiql/asked';
import { sortRows } from '../views/explore/Table';
import { directions } from './around';
import { kinds, looks } from './kinds';
import { matrices, perNode } from './layout';
import { parseRoute, writeRoute } from './route';
import { closeness, rank } from './search';

const none: SearchQuery = {
  words: { edges: [] }, organizations: [], agreements: [], events: [], people: [], programmes: [], countries: [], places: [], fields: [],
}; // prettier-ignore
const person = (id: string, label: string) => ({ __typename: 'Person' as const, id, label });

test('the closest name comes first, and each entity once', () => {
  expect([closeness('Nanchang', 'nanchang '), closeness('Nanchang', 'nan'), closeness('Of Nanchang', 'nan'), closeness('Hainan', 'nan')]).toEqual([3, 2, 1, 0]);
  const answer = {
    ...none,
    words: { edges: [{ score: 2, node: person('far', 'School of Nan') }, { score: 1, node: person('same', 'Nan') }] },
    people: [person('part', 'Hainan'), person('same', 'Nan')],
  };
  expect(rank(answer, 'nan', 10).map((hit) => hit.id)).toEqual(['same', 'far', 'part']);
  expect(rank(answer, 'nan', 1)).toHaveLength(1);
});

test('every place has an address that leads back to it', () => {
  for (const address of ['/', '/entity/ror%3A03f0f6041', '/explore?of=AU&x=LEADS%7Eb&view=table&sel=AU']) {
    const url = new URL(address, 'http://localhost');
    expect(writeRoute(parseRoute(url.pathname, url.search))).toBe(address);
  }
  expect(parseRoute('/entity/a%2Fb', '')).toEqual({ page: 'entity', id: 'a/b' });
  expect(parseRoute('/entity/%', '')).toEqual({ page: 'entity', id: '%' });
  expect(parseRoute('/nowhere', '')).toEqual({ page: 'none' });
  expect(parseRoute('/explore', '')).toEqual({ page: 'home' });
});

test('every kind looks like no other, and has a name in both languages', () => {
  expect(new Set(kinds.map((kind) => looks[kind].shape)).size).toBe(kinds.length);
  for (const texts of [en, zh]) for (const kind of kinds) expect(texts.kind[kind]).toBeTruthy();
});

test('both languages have the same texts with the same places for values', () => {
  const places = (texts: object, path = ''): string[] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${path}${key} ${[...value.matchAll(/{{\w+}}/g)].map(String).sort().join()}`] : places(value as object, `${path}${key}.`),
    );
  expect(places(zh)).toEqual(places(en));
});

test('a relationship is named from the end at which a kind stands', () => {
  expect(directions('Institution', 'PARTY_TO')).toEqual(['out']);
  expect(directions('Agreement', 'PARTY_TO')).toEqual(['in']);
  expect(directions('Alliance', 'MEMBER_OF')).toEqual(['out', 'in']);
  expect(directions('Event', 'STATES')).toEqual(['in']);
});

test('the layout is told who is held and how heavy each is', () => {
  const { nodes, edges } = matrices(
    [
      { x: 1, y: 2, size: 3, fixed: true },
      { x: 4, y: 5, size: 6, fixed: false },
    ],
    [[0, 1]],
  );
  expect([...nodes.slice(0, perNode)]).toEqual([1, 2, 0, 0, 0, 0, 2, 1, 3, 1]);
  expect([...edges]).toEqual([0, perNode, 1]);
});

test('rows without a value come last either way', () => {
  const rows = ['', 'B', 'A'].map((country, i) => ({ name: `n${i}`, kind: '', country, date: '', ties: i }));
  expect(sortRows(rows, 'country', true, 'en').map((row) => row.country)).toEqual(['A', 'B', '']);
  expect(sortRows(rows, 'country', false, 'en').map((row) => row.country)).toEqual(['B', 'A', '']);
  expect(sortRows(rows, 'ties', false, 'en').map((row) => row.ties)).toEqual([2, 1, 0]);
});

test('GraphiQL reads the question from the address', () => {
  const hash = `#${new URLSearchParams({ query: '{ a(b: "c&d") }', variables: '{"x": 1}' })}`;
  expect(askedQuestion(hash)).toEqual({ query: '{ a(b: "c&d") }', variables: '{"x": 1}' });
  expect(askedQuestion('')).toBeUndefined();
});
