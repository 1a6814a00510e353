// Tests the addresses of the question pages, and what they work out by themselves.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

import type { RelationshipPart } from '../types';
import { counts, parseCompare, select, writeCompare } from './compare';
import { legs, total } from './cost';
import { type DockingAsk, parseDocking, writeDocking } from './docking';
import { follow, followed, parsePaths, type PathsAsk, weaker, writePaths } from './paths';

const query = (address: string) => new URL(address, 'http://x').searchParams;

test('the page of paths has an address that leads back to it, whatever it asks', () => {
  const asks: PathsAsk[] = [
    { avoid: [], hops: 4 },
    { from: 'a/b?c', to: 'd&e', avoid: ['f', 'g h'], hops: 6 },
    { from: 'a', to: 'b', avoid: [], hops: 4, through: ['PARTY_TO', 'IN_COUNTRY'] },
    { from: 'a', avoid: [], hops: 1, through: [] },
  ];
  for (const ask of asks) expect(parsePaths(query(writePaths(ask)))).toEqual(ask);
  expect(writePaths({ avoid: [], hops: 4, through: followed })).toBe('/paths');
  expect(parsePaths(query('/paths?hops=99&through=NOTHING'))).toEqual({ avoid: [], hops: 4, through: [] });
});

test('what is followed where nothing is chosen is what the schema follows', () => {
  const schema = readFileSync(fileURLToPath(new URL('../../../../schema/questions.graphqls', import.meta.url)), 'utf8');
  const paths = schema.slice(schema.indexOf('  paths('));
  expect(/through: \[RelationshipType!\] = \[([^\]]+)\]/.exec(paths)![1]!.split(', ')).toEqual(followed);
  const types = /enum RelationshipType \{([^}]+)\}/.exec(schema)![1]!.match(/^ {2}[A-Z_]+$/gm)!.map((type) => type.trim());
  expect([...followed, ...weaker].sort()).toEqual(types.sort());
});

test('a type is followed, or no longer', () => {
  const usual: PathsAsk = { avoid: [], hops: 4 };
  expect(follow(usual, ['ATTENDED'], false).through).not.toContain('ATTENDED');
  expect(follow(usual, ['IN_COUNTRY'], true).through).toEqual([...followed, 'IN_COUNTRY']);
});

test('a path costs what the schema says: less for more sources, more for what has many relationships', () => {
  const said = (n: number) => ({ evidence: Array.from({ length: n }, () => ({})) }) as RelationshipPart;
  const [first, second] = legs([said(1), said(2)], [153]);
  expect(first).toMatchObject({ sources: 1, step: 1, pass: { degree: 153 } });
  expect(first!.pass!.cost).toBeCloseTo(6.26, 2);
  expect(second).toEqual({ sources: 2, step: 0.5 });
  expect(total([first!, second!])).toBeCloseTo(7.76, 2);
  expect(total(legs([said(1), said(1)], [2]))).toBe(2);
});

test('the pages of docking and of comparison have addresses, too', () => {
  const ask: DockingAsk = { for: 'a', fields: ['x', 'y'], countries: ['AU'], roles: ['CURRICULUM', 'CAREERS'] };
  expect(parseDocking(query(writeDocking(ask)))).toEqual(ask);
  expect(writeDocking({ fields: [], countries: [], roles: [] })).toBe('/docking');
  expect(parseCompare(query(writeCompare({ of: ['a', 'b'], show: 'own' })))).toEqual({ of: ['a', 'b'], show: 'own' });
  expect(parseCompare(query('/compare?of=a&of=a&of=b&of=c&of=d&of=e&of=f')).of).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('what several have comes first, and alone if that is asked for', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const shared = counts([[a, b], [b, c], [b, b]]);
  expect(shared.get('b')).toBe(3);
  expect(select([a, b], shared, 'all')).toEqual([b, a]);
  expect(select([a, b], shared, 'common')).toEqual([b]);
  expect(select([a, b], shared, 'own')).toEqual([a]);
});
