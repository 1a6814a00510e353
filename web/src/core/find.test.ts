// Tests the addresses, the sections of an entity's page, and that every kind has a look and a name.
import { expect, test } from 'vitest';

import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { askedQuestion } from '../graphiql/asked';
import { directions } from './around';
import { kinds, looks } from './kinds';
import { matrices, perNode } from './layout';
import { parseRoute, writeRoute } from './route';

test('every place has an address that leads back to it', () => {
  for (const address of ['/', '/entity/CN?with=AU&year=2025&after=abc', '/entity/CN?before=abc', '/find', '/find?q=a+b&country=AU&country=none&sort=name&show=100', '/entity/ror%3A03f0f6041', '/explore?of=AU&x=LEADS%7Eb&view=table&sel=AU']) {
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

test('GraphiQL reads the question from the address', () => {
  const hash = `#${new URLSearchParams({ query: '{ a(b: "c&d") }', variables: '{"x": 1}' })}`;
  expect(askedQuestion(hash)).toEqual({ query: '{ a(b: "c&d") }', variables: '{"x": 1}' });
  expect(askedQuestion('')).toBeUndefined();
});
