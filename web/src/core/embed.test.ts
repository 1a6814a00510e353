// Tests the frame that is pasted into another page.
import { beforeAll, expect, test, vi } from 'vitest';

import { embedded, frameFor } from './embed';

beforeAll(() => vi.stubGlobal('location', { href: 'http://guanxi.example/explore?of=a' }));

test('an address is inside another page by one word, and leaves by it', () => {
  expect(embedded('/explore?of=a&of=b', true)).toBe('http://guanxi.example/explore?of=a&of=b&embed=1');
  expect(embedded('/explore?of=a&embed=1&sel=b', false)).toBe('http://guanxi.example/explore?of=a&sel=b');
});

test('a frame is HTML, whatever the title', () => {
  expect(frameFor('/explore?of=a&sel=b', 'Around "A" <b> & C')).toBe(
    '<iframe src="http://guanxi.example/explore?of=a&amp;sel=b&amp;embed=1" title="Around &quot;A&quot; &lt;b> &amp; C" ' +
      'width="100%" height="600" style="border: 0" loading="lazy"></iframe>',
  );
});
