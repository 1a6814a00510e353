// Journeys of measuring: the ranking, communities, the network they were computed on, and how far a computation is.
import { expect, test } from 'vitest';

import { leave, serious, settled, visit } from './browser';

const table = { name: 'Organization' } as const;

test('organizations are ranked, told apart from what is stated, and lead into the graph', async () => {
  const page = await visit('/measures');
  await page.getByRole('columnheader', table).waitFor();
  await page.getByText(/Computed over \d+ organizations and \d+ pairs of partners; no source states it/).waitFor();
  const scores = (await page.locator('td.score').allInnerTexts()).map(Number);
  expect(scores.length).toBeGreaterThan(5);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(await serious(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Partners' }).check();
  await page.waitForURL(/measure=degree/);
  await page.getByRole('columnheader', { name: 'Partners' }).waitFor();
  expect(await page.locator('td.score').first().innerText()).toMatch(/^\d+$/);
  await page.getByRole('link', { name: /^The first \d+ in the graph$/ }).click();
  await page.waitForURL(/\/explore\?of=/);
  await page.getByRole('tree').waitFor();
  await leave(page);
});

test('communities are found, of the kinds and the strength asked for', async () => {
  const page = await visit('/measures?communities=1&kinds=INSTITUTION');
  await page.getByRole('heading', { name: 'Communities' }).waitFor();
  await page.getByText(/^\d+ communit(y|ies) of two or more/).waitFor();
  const first = page.getByRole('listitem').filter({ hasText: 'Community 1' }).first();
  expect(await first.locator('.kind-Institution').count()).toBeGreaterThan(1);
  expect(await serious(page)).toEqual([]);
  await page.getByLabel('Agreements that two share at least').fill('');
  await page.getByLabel('Agreements that two share at least').pressSequentially('1000');
  await page.waitForURL(/minShared=1000/);
  await page.getByText(/Computed over \d+ organizations and 0 pairs/).first().waitFor();
  await leave(page);
});

test('the address keeps the network, and a change of it is told', async () => {
  const page = await visit('/measures');
  await page.waitForURL(/projection=[0-9a-f]+/);
  const now = new URL(page.url()).searchParams.get('projection')!;
  await page.goto(new URL('/measures?projection=0123456789abcdef', page.url()).href);
  await page.getByText(/The network has changed since this address was made: it was 0123456789ab/).waitFor();
  await page.getByRole('button', { name: 'Take the network of now' }).click();
  await page.waitForURL(new RegExp(`projection=${now}`));
  await leave(page);
});

test('a long computation tells how far it is', async () => {
  const page = await visit('/');
  await settled(page);
  // The server tells it by events before the answer; here they stop half way, so that there is time to look.
  await page.route('**/graphql', (route) =>
    route.request().headers().accept === 'text/event-stream; progress=true'
      ? route.fulfill({ contentType: 'text/event-stream', body: progress })
      : route.continue(),
  );
  await page.addInitScript(() => {
    const real = fetch;
    globalThis.fetch = async (input, init) => {
      const response = await real(input, init);
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
      const text = await response.text();
      const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) });
      return new Response(body, { headers: response.headers });
    };
  });
  await page.goto(new URL('/measures?measure=betweenness', page.url()).href);
  await page.getByText('Following the shortest ways …').waitFor();
  expect(await page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value / bar.max)).toBe(0.25);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

const progress =
  'event: progress\ndata: {"field":"centrality","stage":"following the shortest ways","done":3,"of":12}\n\n';
