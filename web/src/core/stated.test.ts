// Tests what a source states, place by place.
import { expect, test } from 'vitest';

import { citeStatement } from './cite';
import { namedAt, placesOf, stated, tiesAround } from './stated';

test('places come in their order, and a locator of several stands at each', () => {
  expect(placesOf('¶7; ¶15')).toEqual(['¶7', '¶15']);
  const named = [
    { node: { id: 'a' }, properties: { locator: '¶15; ¶7', basis: 'STATED', note: null } },
    { node: { id: 'b' }, properties: { locator: '¶2', basis: 'IMPLIED', note: 'why' } },
  ] as unknown as Parameters<typeof stated>[1];
  const ties = [
    { id: 'r', type: 'PARTY_TO', evidence: [{ source: { id: 's' }, locator: '¶7', basis: 'STATED' }, { source: { id: 'other' }, locator: '¶9', basis: 'STATED' }] },
    { id: 'q', type: 'STATES', evidence: [{ source: { id: 's' }, locator: '¶1', basis: 'STATED' }] },
  ] as unknown as Parameters<typeof stated>[2];
  const places = stated('s', named, ties);
  expect(places.map(({ locator }) => locator)).toEqual(['¶2', '¶7', '¶15']);
  expect(places[1]!.ties.map(({ relationship }) => relationship.id)).toEqual(['r']);
  expect(places[1]!.named.map(({ entity }) => entity.id)).toEqual(['a']);
});

test('one statement is cited with what it says, where, and how firmly', () => {
  const cited = citeStatement({
    claims: ['A is party to X', 'B is party to X'],
    source: { id: 's', title: 'Report' },
    locator: '¶7',
    basis: 'Stated',
    address: 'http://x/entity/s?at=%C2%B67',
    accessed: '2026-01-02',
  });
  expect(cited).toBe('“A is party to X; B is party to X.” Report, ¶7 (Stated) [s]. Guanxi. http://x/entity/s?at=%C2%B67 (accessed 2026-01-02).');
});

test('what stands at one place is asked for by that place, and its ties around what is named there', () => {
  expect(namedAt(undefined)).toBe(null);
  expect(namedAt(['¶7', '¶15'])).toEqual({ OR: [{ edge: { locator: { contains: '¶7' } } }, { edge: { locator: { contains: '¶15' } } }] });
  const named = (id: string, locator: string) => ({ node: { id }, properties: { locator, basis: 'STATED', note: null } }) as never;
  expect(tiesAround('s', [named('a', '¶7; ¶2'), named('b', '¶70'), named('a', '¶7')], ['¶7'])).toEqual({ of: ['a'], depth: 1, cut: false });
  expect(tiesAround('s', [named('b', '¶70')], ['¶7'])).toEqual({ of: ['s'], depth: 2, cut: false });
  expect(tiesAround('s', [named('a', '¶7')], undefined)).toEqual({ of: ['s'], depth: 2, cut: false });
  const many = Array.from({ length: 21 }, (_, i) => named(`e${i}`, '¶7'));
  expect(tiesAround('s', many, ['¶7'])).toMatchObject({ cut: true, depth: 1 });
  expect(tiesAround('s', many, ['¶7']).of).toHaveLength(20);
});
