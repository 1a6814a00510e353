// Holds the explorer's initial JavaScript, which every page waits for, to a bound. What a view alone needs is loaded with
// it, and GraphiQL is a page of its own. It reads what `npm run build` made.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const bound = 350_000; // bytes, gzipped

test('the first page does not wait for much', () => {
  const page = readFileSync('dist/index.html', 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path!);
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = scripts.map((path) => gzipSync(readFileSync(`dist/${path}`)).length);
  expect(sizes.reduce((a, b) => a + b), scripts.map((path, i) => `${path} ${sizes[i]}`).join('\n')).toBeLessThan(bound);
});
