// Tests the rows of the table and their order.
import { createTable, getCoreRowModel, getSortedRowModel } from '@tanstack/react-table';
import { expect, test } from 'vitest';

import type { EntityPart, RelationshipPart } from '../../../core/types';
import { type Column, columnsOf, parseColumns, parseSorting, type Row, rowsOf } from './rows';

const enterprise = (id: string): EntityPart => ({ __typename: 'Enterprise', id, inferred: false, label: id, country: null });
const agreement = (id: string): EntityPart => ({
  __typename: 'Agreement', id, inferred: false, label: id, agreementKind: 'GRANT', status: 'SIGNED', signedOn: null, signedOnText: null, startDate: null, startDateText: null,
}); // prettier-ignore
const party = (from: string, to: string, basis: 'STATED' | 'INFERRED'): RelationshipPart => ({
  id: from + to,
  type: 'PARTY_TO',
  from: { id: from },
  to: { id: to },
  properties: {},
  evidence: [{ source: { id: `s${basis}`, title: '' }, locator: '', basis, note: null, validFrom: null, validTo: null, known: '2025-11-18' }],
});

/** Some rows as the table sorts them. */
function sorted(rows: Partial<Row>[], sort: string, column: Column) {
  const options = { data: rows as Row[], columns: columnsOf('en'), getCoreRowModel: getCoreRowModel<Row>(), getSortedRowModel: getSortedRowModel<Row>() };
  const table = createTable<Row>({ ...options, state: {}, onStateChange: () => {}, renderFallbackValue: null });
  table.setOptions((last) => ({ ...last, state: { ...table.initialState, sorting: parseSorting(sort) } }));
  return table.getRowModel().rows.map(({ original }) => original[column]);
}

test('rows without a value come last either way, and equal ones stand by name', () => {
  const rows = [{ name: 'n1', ties: 0 }, { name: 'n2', country: 'B', ties: 1 }, { name: 'n10', country: 'A', ties: 1 }]; // prettier-ignore
  expect(sorted(rows, 'country', 'country')).toEqual(['A', 'B', undefined]);
  expect(sorted(rows, '-country', 'country')).toEqual(['B', 'A', undefined]);
  expect(sorted(rows, '-ties', 'name')).toEqual(['n2', 'n10', 'n1']);
});

test('a row counts ties, partners and sources, and knows the weakest basis', () => {
  const entities = new Map([enterprise('a'), enterprise('b'), agreement('g')].map((one) => [one.id, one]));
  const rows = rowsOf({ entities, relationships: [party('a', 'g', 'STATED'), party('b', 'g', 'INFERRED')] }, (key) => key);
  expect(rows.map(({ id, ties, partners, sources, basis }) => [id, ties, partners, sources, basis])).toEqual([
    ['a', 1, 1, 1, 'STATED'],
    ['b', 1, 1, 1, 'INFERRED'],
    ['g', 2, undefined, 2, 'INFERRED'],
  ]);
});

test('words are sorted with their numbers as numbers', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ name: `University ${(i * 79) % 200}`, ties: i % 7 }));
  expect(sorted(rows, 'name', 'name').slice(0, 3)).toEqual(['University 0', 'University 1', 'University 2']);
});

test('an address names columns and their order', () => {
  expect(parseColumns(undefined)).toEqual(['name', 'kind', 'country', 'date', 'ties']);
  expect(parseColumns('basis,nonsense,kind')).toEqual(['name', 'kind', 'basis']);
  expect(parseSorting('-nonsense')[0]).toEqual({ id: 'ties', desc: true });
  expect(parseSorting('name')).toEqual([{ id: 'name', desc: false }]);
});
