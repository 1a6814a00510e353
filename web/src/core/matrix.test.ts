// Tests that a matrix tells "none found" from "none read", and the order of its countries.
import { expect, test } from 'vitest';

import { byPair, cellOf, strongestFirst } from './matrix';

const tie = { a: 'AU', b: 'CN', partnerships: 3, agreements: 2 };
const ties = byPair([tie, { a: 'CN', b: 'CN', partnerships: 1, agreements: 1 }]);
const read = new Set(['AU', 'CN', 'HU']);

test('a cell says whether anything was read', () => {
  expect(cellOf('CN', 'AU', ties, read)).toEqual({ state: 'found', strength: tie });
  expect(cellOf('AU', 'AU', ties, read)).toEqual({ state: 'absent' });
  expect(cellOf('FR', 'AU', ties, read)).toEqual({ state: 'half', unread: 'FR' });
  expect(cellOf('AU', 'FR', ties, read)).toEqual({ state: 'half', unread: 'FR' });
  expect(cellOf('FR', 'DE', ties, read)).toEqual({ state: 'unread' });
});

test('the strongest countries come first, what nobody speaks of last', () => {
  const countries = ['FR', 'HU', 'AU', 'DE', 'CN'].map((code) => ({ code, label: code }));
  expect(strongestFirst(countries, ties.values(), read, 'en').map(({ code }) => code)).toEqual(['CN', 'AU', 'HU', 'DE', 'FR']);
});
