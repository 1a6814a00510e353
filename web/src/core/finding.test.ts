// Tests what an address of the page of results says, and which questions its filters become.
import { expect, test } from 'vitest';

import {
  agreementsWhere, byDay, countGroups, eventsWhere, findWords, groupOf, mostShown, organizationsWhere, parseFinding, toggle, toGroup, writeFinding,
} from './finding'; // prettier-ignore

const find = (query: string) => parseFinding(new URLSearchParams(query));

test('an address holds a finding whole, and what it cannot mean is left out', () => {
  const f = find('q=+a b &type=Institution&country=AU,CN&country=none&agreementKind=GRANT&year=2025&year=soon&sort=name&show=90');
  expect(f).toEqual({
    q: 'a b',
    type: ['Institution'],
    country: ['AU', 'CN', 'none'],
    agreementKind: ['GRANT'],
    year: ['2025'],
    sort: 'name',
    show: 100,
  });
  expect(parseFinding(writeFinding(f))).toEqual(f);
  expect(find('show=99999').show).toBe(mostShown);
  expect(writeFinding(find('')).toString()).toBe('');
});

test('words alone find everything, a filter finds organizations unless a type says otherwise', () => {
  expect(groupOf(findWords('a'))).toBe('all');
  expect(groupOf(find(''))).toBe('Organization');
  expect(groupOf(find('q=a&country=AU'))).toBe('Organization');
  expect(groupOf(find('type=Enterprise&type=Institution'))).toBe('Organization');
  expect(groupOf(find('type=Agreement&year=2025'))).toBe('Agreement');
  expect(groupOf(find('type=nonsense'))).toBe('Organization');
  expect(toGroup(find('q=a&type=Agreement&country=AU&year=2025&show=100'), 'Event')).toEqual(find('q=a&type=Event&country=AU'));
});

test('a value is switched on and off, and a page begins anew', () => {
  const on = toggle(find('type=Organization&show=100'), 'type', 'Institution');
  expect(on).toEqual(find('type=Institution'));
  expect(toggle(on, 'type', 'Institution')).toEqual(find('type=Organization'));
  expect(toggle(find('country=AU'), 'country', 'none').country).toEqual(['AU', 'none']);
});

test('filters of one name widen, of several narrow, and one can be left out', () => {
  const f = find('type=Institution&country=AU&country=none&agreementKind=GRANT');
  expect(organizationsWhere(f, ['x'])).toEqual({
    AND: [
      { id: { in: ['x'] } },
      { typename: ['Institution'] },
      { OR: [{ country: { code: { in: ['AU'] } } }, { NOT: { country: {} } }] },
      { OR: [{ agreements: { some: { kind: { in: ['GRANT'] } } } }] },
    ],
  });
  expect(organizationsWhere(f, undefined, 'country').AND).toHaveLength(2);
  expect(organizationsWhere(find(''))).toEqual({ AND: [] });
});

test('an agreement is of the year in which it was signed, or else begins', () => {
  const days = { gte: '2025-01-01', lte: '2025-12-31' };
  expect(agreementsWhere(find('year=2025'))).toEqual({
    AND: [{ OR: [{ signedOn: days }, { AND: [{ signedOn: { eq: null } }, { startDate: days }] }] }],
  });
  expect(eventsWhere(find('year=none'))).toEqual({ AND: [{ OR: [{ startDate: { eq: null } }] }] });
});

test('the types of organization are one group', () => {
  const counts = countGroups([
    { value: 'Institution', count: 2 },
    { value: 'Enterprise', count: 1 },
    { value: 'Event', count: 4 },
  ]);
  expect([...counts]).toEqual([['all', 7], ['Organization', 3], ['Event', 4]]); // prettier-ignore
});

test('agreements come by the day on which they were signed or began, and those without one last', () => {
  const [a, b, c, d] = [{ signedOn: '2024-01-01', startDate: '2030-01-01' }, { signedOn: '2026-01-01' }, { signedOn: null, startDate: '2025-01-01' }, { signedOn: null, startDate: null }];
  type Dated = { signedOn?: string | null; startDate?: string | null };
  expect(byDay<Dated>([[b, a], [c], [d]], true)).toEqual([b, c, a, d]);
  expect(byDay<Dated>([[a, b], [c], [d]], false)).toEqual([a, c, b, d]);
});
