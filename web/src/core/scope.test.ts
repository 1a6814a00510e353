// Tests what an address says of the statements that count, and what goes along from page to page.
import { expect, test } from 'vitest';

import { carriedPart, carry } from './address';
import { SearchDocument } from '../generated/operations';
import { isDay, parseScope, scopeVariables, withoutDoubts } from './scope';

test('an address names the statements that count', () => {
  expect(parseScope('?basis=STATED&valid=2020-02-29&known=2021-01-01')).toEqual({ basis: 'STATED', valid: '2020-02-29', known: '2021-01-01' });
  expect(scopeVariables(parseScope('?basis=INFERRED&known=2021-01-01'))).toEqual({ weakest: 'INFERRED', knownOn: '2021-01-01' });
});

test('what is no basis and no day is left out', () => {
  expect(parseScope('?basis=IMPLIED&valid=2021-02-29&known=yesterday')).toEqual({});
  expect(isDay('0000-00-00')).toBe(false);
});

test('the choice goes along, and what an address says itself stays', () => {
  const here = '?q=a&basis=STATED&valid=2020-01-01&embed=1';
  expect(carry('/entity/AU', here)).toBe('/entity/AU?basis=STATED&valid=2020-01-01&embed=1');
  expect(carry('/find?q=b&valid=2019-01-01', here)).toBe('/find?q=b&valid=2019-01-01&basis=STATED&embed=1');
  expect(carry('/explore?of=AU&of=CN', '')).toBe('/explore?of=AU&of=CN');
});

test('an address is read once for all links of a page', () => {
  const here = '?q=a&basis=STATED&lang=zh';
  expect(carriedPart(here)).toBe('?basis=STATED&lang=zh');
  expect(carry('/find?q=b', carriedPart(here))).toBe(carry('/find?q=b', here));
  expect(carriedPart('?q=a')).toBe('');
});

test('whether a country is merely inferred is asked only where what is inferred counts', () => {
  const text = SearchDocument.toString();
  expect(text).toContain('firmCountry');
  expect(withoutDoubts(text, { basis: 'INFERRED' })).toBe(text);
  for (const scope of [{}, { basis: 'STATED' }, { known: '2020-01-01' }] as const) {
    const asked = withoutDoubts(text, scope);
    expect(asked).not.toContain('firmCountry');
    expect(asked.match(/{/g)!.length).toBe(asked.match(/}/g)!.length);
  }
});
