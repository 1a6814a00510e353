// Tests where the entities of a network are, and what ties countries.
import { expect, test } from 'vitest';

import { geographyOf } from './geography';
import { alpha2 } from './map/codes';
import type { EntityPart, RelationshipPart } from './types';

const china = { code: 'CN', label: 'China' };
const australia = { code: 'AU', label: 'Australia' };
const enterprise = (id: string, country: typeof china | null): EntityPart => ({ __typename: 'Enterprise', id, inferred: false, label: id, country });
const agreement = (id: string, status: 'SIGNED' | 'PLANNED'): EntityPart => ({
  __typename: 'Agreement', id, inferred: false, label: id, agreementKind: 'GRANT', status, signedOn: null, signedOnText: null, startDate: null, startDateText: null,
}); // prettier-ignore
const party = (from: string, to: string): RelationshipPart => ({ id: from + to, type: 'PARTY_TO', from: { id: from }, to: { id: to }, properties: {}, evidence: [] });
const network = (entities: EntityPart[], relationships: RelationshipPart[]) => ({ entities: new Map(entities.map((one) => [one.id, one])), relationships });

test('what has no country is counted, and what cannot have one is not', () => {
  const { countries, placeless } = geographyOf(
    network([enterprise('a', china), enterprise('b', null), agreement('g', 'SIGNED'), { __typename: 'Country', inferred: false, id: 'AU', label: 'Australia' }], []),
  );
  expect(countries).toEqual([
    { ...australia, ids: ['AU'], inferred: [] },
    { ...china, ids: ['a'], inferred: [] },
  ]);
  expect(placeless.map(({ id }) => id)).toEqual(['b']);
});

test('an agreement ties the countries of its parties, pair by pair, and the planned one ties none', () => {
  const { ties } = geographyOf(
    network(
      [enterprise('a', china), enterprise('b', china), enterprise('c', australia), enterprise('d', null), agreement('g', 'SIGNED'), agreement('p', 'PLANNED')],
      [party('a', 'g'), party('a', 'g'), party('b', 'g'), party('c', 'g'), party('d', 'g'), party('a', 'p'), party('c', 'p')],
    ),
  );
  expect(ties.map(({ a, b, partnerships }) => [a, b, partnerships])).toEqual([
    ['AU', 'CN', 2],
    ['CN', 'CN', 1],
  ]);
  expect(ties[0]!.organizations.toSorted()).toEqual(['a', 'b', 'c']);
});

test('what is inferred is told from what is not', () => {
  const inferred = party('a', 'g');
  inferred.evidence = [{ basis: 'INFERRED', locator: '§1', note: null, validFrom: null, validTo: null, known: '2025-11-17', source: { id: 's', title: 's' } }];
  const entities = [
    { ...enterprise('a', china), firmCountry: null } as EntityPart,
    { ...enterprise('b', china), firmCountry: { code: 'CN' } } as EntityPart,
    enterprise('c', australia),
    agreement('g', 'SIGNED'),
    agreement('h', 'SIGNED'),
  ];
  const { countries, ties } = geographyOf(network(entities, [inferred, party('b', 'h'), party('c', 'g'), party('c', 'h')]));
  expect(countries.find(({ code }) => code === 'CN')).toEqual({ ...china, ids: ['a', 'b'], inferred: ['a'] });
  expect(ties.map(({ a, b, partnerships, inferred }) => [a, b, partnerships, inferred])).toEqual([['AU', 'CN', 2, false]]);
  expect(geographyOf(network(entities, [inferred, party('c', 'g')])).ties.map((one) => one.inferred)).toEqual([true]);
});

test('a place stands at its point', () => {
  const place: EntityPart = { __typename: 'Place', inferred: false, id: 'n', label: 'Nanchang', country: china, location: { latitude: 28.7, longitude: 115.9 } };
  expect(geographyOf(network([place], [])).points).toEqual([{ id: 'n', label: 'Nanchang', at: [115.9, 28.7] }]);
});

test('countries of Natural Earth have our codes', () => {
  expect([alpha2('004', 'Afghanistan'), alpha2(36, 'Australia'), alpha2(undefined, 'Kosovo'), alpha2(undefined, 'N. Cyprus')]).toEqual(['AF', 'AU', 'XK', undefined]);
});
