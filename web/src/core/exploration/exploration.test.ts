// Tests the steps of an exploration, their undoing, and its address.
import { expect, test } from 'vitest';

import {
  arrange, begin, beginAt, close, expand, expandAll, group, hide, mostExpanded, open, parseExploration, pin, showHidden, unpin, writeExploration,
} from './exploration'; // prettier-ignore
import { redo, start, step, undo } from './history';

test('an address holds an exploration whole, whatever the ids', () => {
  let e = begin('AU', 'ror:03f0f6041');
  e = expand(expand(e, 'a~b', 'PARTY_TO'), 'x y&z');
  e = pin(hide(e, ['大学', 'p/q']), 'AU', [1.23456, -7]);
  const back = parseExploration(new URLSearchParams(writeExploration(e).toString()));
  expect(back).toEqual(e);
  expect(back.pinned['AU']).toEqual([1.23, -7]);
});

test('an address holds the layout and the groups', () => {
  const back = (e: ReturnType<typeof begin>) => parseExploration(new URLSearchParams(writeExploration(e).toString()));
  for (const to of [{ by: 'rings', from: 'a' }, { by: 'columns', from: 'a', to: 'b~c' }, { by: 'columns', from: 'a' }] as const) {
    const e = close(group(arrange(begin('a'), to), 'country'), ['AU', 'CN']);
    expect(back(e)).toEqual(e);
  }
  expect(arrange(arrange(begin('a'), { by: 'rings', from: 'a' }), { by: 'force' })).toEqual(begin('a'));
  expect(parseExploration(new URLSearchParams('of=a&layout=rings&group=colour&closed=AU'))).toEqual(begin('a'));
});

test('groups are closed and opened, and a new grouping begins open', () => {
  const e = close(group(begin('a'), 'country'), ['AU', 'CN']);
  expect(open(e, ['AU']).grouping?.closed).toEqual(['CN']);
  expect(close(e, ['AU'])).toBe(e);
  expect(open(e, ['FR'])).toBe(e);
  expect(close(begin('a'), ['AU'])).toEqual(begin('a'));
  expect(group(e, 'alliance').grouping?.closed).toEqual([]);
  expect(group(e, undefined)).toEqual(begin('a'));
});

test('several are expanded in one step', () => {
  expect(expandAll(begin('a'), ['b', 'c']).expansions).toEqual([{ id: 'b' }, { id: 'c' }]);
  const many = Array.from({ length: mostExpanded + 1 }, (_, i) => `n${i}`);
  expect(expandAll(begin('a'), many), 'of too many, none').toEqual(begin('a'));
});

test('what an address holds and nobody wrote is left out', () => {
  const e = parseExploration(new URLSearchParams('of=AU&x=nonsense&pin=a~b~c&pin=1~2&x=~ok'));
  expect(e).toEqual({ of: ['AU'], expansions: [{ id: 'ok' }], hidden: [], pinned: {} });
});

test('a step that changes nothing is the same exploration', () => {
  const e = expand(begin('a'), 'b', 'LEADS');
  expect(expand(e, 'b', 'LEADS')).toBe(e);
  expect(expand(e, 'b')).not.toBe(e);
  expect(hide(e, [])).toBe(e);
  expect(showHidden(e)).toBe(e);
  expect(unpin(pin(e, 'a', [0, 0]), 'a')).toEqual(e);
  const rings = arrange(e, { by: 'rings', from: 'a' });
  expect(arrange(rings, { by: 'rings', from: 'a' })).toBe(rings);
  expect(arrange(rings, { by: 'rings', from: 'b' })).not.toBe(rings);
  expect(arrange(e, { by: 'force' })).toBe(e);
});

test('a country opens with what is in it, a university with what ties it by default', () => {
  expect(beginAt('Country', 'AU', 'CN').expansions).toEqual([
    { id: 'AU', through: 'IN_COUNTRY' },
    { id: 'CN', through: 'IN_COUNTRY' },
  ]);
  expect(beginAt('Institution', 'a')).toEqual(begin('a'));
});

test('undo and redo walk the steps, and a new step ends what was undone', () => {
  let h = start(0);
  h = step(step(step(h, 1), 2), 2);
  expect(h.past).toEqual([0, 1]);
  h = undo(undo(undo(h)));
  expect(h.present).toBe(0);
  h = redo(h);
  expect(h).toEqual({ past: [0], present: 1, future: [2] });
  expect(redo(step(h, 9))).toEqual({ past: [0, 1], present: 9, future: [] });
});
