// Tests the steps of an exploration, their undoing, and its address.
import { expect, test } from 'vitest';

import { add, begin, beginAt, expand, hide, parseExploration, pin, showHidden, unpin, writeExploration } from './exploration';
import { redo, start, step, undo } from './history';

test('an address holds an exploration whole, whatever the ids', () => {
  let e = begin('AU', 'ror:03f0f6041');
  e = expand(expand(e, 'a~b', 'PARTY_TO'), 'x y&z');
  e = pin(hide(e, ['大学', 'p/q']), 'AU', [1.23456, -7]);
  const back = parseExploration(new URLSearchParams(writeExploration(e).toString()));
  expect(back).toEqual(e);
  expect(back.pinned['AU']).toEqual([1.23, -7]);
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
  expect(add(hide(e, ['c']), 'c')).toMatchObject({ of: ['a', 'c'], hidden: [] });
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
