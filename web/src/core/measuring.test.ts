// Tests the address of the page of measures.
import { expect, test } from 'vitest';

import { parseMeasuring, writeMeasuring } from './measuring';

test('what is measured goes into an address and comes back', () => {
  const measuring = { measure: 'core', communities: true, kinds: ['INSTITUTION', 'ALLIANCE'], minShared: 3, projection: 'ab12' } as const;
  const query = writeMeasuring(measuring);
  expect(query.toString()).toBe('measure=core&communities=1&kinds=INSTITUTION&kinds=ALLIANCE&minShared=3&projection=ab12');
  expect(parseMeasuring(query)).toEqual(measuring);
});

test('what cannot be read is left out', () => {
  const usual = { measure: 'pagerank', communities: false, kinds: [], minShared: 1, projection: undefined };
  expect(parseMeasuring(new URLSearchParams('measure=toString&kinds=PERSON&minShared=-1'))).toEqual(usual);
  expect(writeMeasuring({ ...usual, measure: 'pagerank' }).size).toBe(0);
});
