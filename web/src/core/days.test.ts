// Tests the span of the sliders of time.
import { expect, test } from 'vitest';

import { within } from './days';

test('the span holds the day that is chosen, and does not narrow for it', () => {
  const days = { from: '2000-01-01', to: '2026-01-01', valid: [], known: [] };
  expect(within(days, undefined)).toBe(days);
  expect(within(days, '2010-01-01')).toBe(days);
  expect(within(days, '1990-01-01')).toMatchObject({ from: '1990-01-01', to: '2026-01-01' });
  expect(within(days, '2030-01-01')).toMatchObject({ from: '2000-01-01', to: '2030-01-01' });
});
