// Tests that the browser's "back" finds the steps that led to where it goes.
import { afterEach, expect, test, vi } from 'vitest';

import { begin, expand } from './exploration';
import { start, step } from './history';
import { recall, remember } from './remembered';

/** A browser's history: entries, of which one is shown. */
function browse() {
  const entries: unknown[] = [null];
  let at = 0;
  vi.stubGlobal('history', { get state() { return entries[at]; }, replaceState: (state: unknown) => (entries[at] = state) }); // prettier-ignore
  return { push: () => (at = entries.push(null) - 1), back: () => at-- };
}
afterEach(() => vi.unstubAllGlobals());

test('an entry that one comes back to has its steps, another visit of the address has none', () => {
  const { push, back } = browse();
  const steps = step(start(begin('a')), expand(begin('a'), 'b'));
  remember('/explore?of=a&x=~b', steps);
  push();
  expect(recall('/explore?of=a&x=~b'), 'the same address, elsewhere').toBeUndefined();
  back();
  expect(recall('/explore?of=a&x=~b')).toBe(steps);
  expect(recall('/explore?of=a'), 'another address').toBeUndefined();
});

test('many explorations do not pile up', () => {
  const { push, back } = browse();
  remember('/explore?of=a', start(begin('a')));
  for (let i = 0; i < 60; i++) {
    push();
    remember(`/explore?of=${i}`, start(begin(String(i))));
  }
  expect(recall('/explore?of=59')).toBeDefined();
  for (let i = 0; i < 60; i++) back();
  expect(recall('/explore?of=a')).toBeUndefined();
});
