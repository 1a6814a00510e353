// Tests how moments of several answers are put together.
import { expect, test } from 'vitest';

import { together } from './moments';

const moment = (id: string, day: string, what = 'SIGNED', latest = day) => ({ entity: { id }, day, latest, what });

test('each moment stands once, the earliest first', () => {
  const [a, b, c] = [moment('a', '2020-01-01'), moment('b', '2019-01-01', 'SIGNED', '2019-12-31'), moment('a', '2021-01-01', 'ENDS')];
  expect(together([a, c], [b, { ...a }])).toEqual([b, a, c]);
});
