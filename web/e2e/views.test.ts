// Journeys through the other views of an exploration: the map, the matrix, the table and the timeline, and the one
// selection that holds for all.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const around = `/explore?of=${university}&of=university-of-technology-sydney`;
const selectedInOutline = (page: Page) => page.locator('[role=treeitem][aria-level="1"][aria-selected=true]');
const cell = (page: Page, name: RegExp) => page.getByRole('gridcell', { name });

/** The texts of a column of the table, of which only the rows on the screen are drawn. */
const allOf = (page: Page, column: string) =>
  page.locator('.table-frame').evaluate(async (frame, column) => {
    const texts = new Map<string, string>();
    for (let top = 0; top < frame.scrollHeight; top += frame.clientHeight) {
      frame.scrollTop = top;
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const row of frame.querySelectorAll<HTMLElement>('tbody tr[data-index]')) {
        texts.set(row.dataset.index!, row.querySelector<HTMLElement>(column)!.innerText);
      }
    }
    return [...texts.values()];
  }, column);

/** Waits until the grid of the matrix is there, which needs three answers. */
const matrix = (page: Page) => page.getByRole('grid').waitFor({ timeout: 45_000 });

test('the browser goes back to the view before, and what was done can still be undone', async () => {
  const page = await visit(`/explore?of=${university}`);
  await settled(page);
  await page.getByRole('tab', { name: 'Table' }).click();
  await page.waitForURL(/view=table/);
  await settled(page);
  await page.getByRole('row', { name: /Study in Jiangxi/ }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await page.getByText('6 entities, 5 relationships').waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('view='));
  await page.getByText('7 entities, 6 relationships').waitFor();
  await page.goForward();
  await page.waitForURL(/view=table/);
  await page.getByText('6 entities, 5 relationships').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('7 entities, 6 relationships').waitFor();
  await leave(page);
});

test('the map shades countries, and what is chosen in its list is selected in the table', async () => {
  const page = await visit(`${around}&view=map`);
  await page.locator('.map-picture').waitFor();
  await settled(page);
  const australia = page.getByRole('button', { name: /^Australia \d/ });
  const count = Number(await australia.locator('.count').innerText());
  expect(count).toBeGreaterThan(0);
  expect(await page.locator('.country path[data-code=AU]').count()).toBe(1);
  await australia.click();
  expect(await australia.getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('.country[data-selected=true] path').getAttribute('data-code')).toBe('AU');
  expect(await selectedInOutline(page).count()).toBe(count);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Table' }).click();
  const rows = page.locator('tbody tr[aria-selected=true]');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(count);
  expect(await rows.first().innerText()).toContain('Australia');
  await leave(page);
});

test('a country on the map is chosen by mouse, an arc with what ties two countries, and Ctrl adds', async () => {
  const page = await visit(`${around}&view=map`);
  await page.locator('.map-picture').waitFor();
  await settled(page);
  await page.locator('.country path[data-code=AU]').click();
  const one = await selectedInOutline(page).count();
  expect(one).toBeGreaterThan(0);
  await page.locator('.country path[data-code=CN]').click({ modifiers: ['Control'], position: { x: 30, y: 30 } });
  expect(await selectedInOutline(page).count()).toBeGreaterThan(one);
  const tie = page.getByRole('button', { name: /^Australia – China/ });
  await tie.click();
  expect(await page.locator('.arcs g[data-selected=true]').count()).toBe(1);
  expect(await selectedInOutline(page).allInnerTexts()).toContainEqual(expect.stringContaining('Cooperative education project'));
  await leave(page);
});

test('the map zooms by its buttons and by the keyboard', async () => {
  const page = await visit(`${around}&view=map`);
  await page.locator('.map-picture').waitFor();
  await settled(page);
  const scale = async () => Number(/scale\(([\d.]+)\)/.exec((await page.locator('.map-picture > g').getAttribute('transform'))!)![1]);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const near = await scale();
  expect(near).toBeGreaterThan(1);
  await page.locator('.map-picture').focus();
  await page.keyboard.press('+');
  expect(await scale()).toBeGreaterThan(near);
  await page.keyboard.press('0');
  expect(await scale()).toBe(1);
  await leave(page);
});

test('what has no country is counted and named, and is not on the map', async () => {
  const page = await visit('/explore?of=jiangxi-conference-2025&view=map', { viewport: { width: 1280, height: 1600 } });
  await page.locator('.map-picture').waitFor();
  await settled(page);
  const fold = page.locator('.placeless');
  const count = Number(/^\d+/.exec(await fold.locator('summary').innerText())![0]);
  expect(count).toBeGreaterThan(0);
  await fold.locator('summary').click();
  expect(await fold.getByRole('button').count()).toBe(count);
  const placed = await page.locator('[aria-labelledby=map-countries] .count').allInnerTexts();
  await page.getByRole('tab', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Type' }).check();
  await page.keyboard.press('Escape');
  // Each entity of a kind that can be somewhere is on the map or named as without a country.
  const kinds = ['Institution', 'Enterprise', 'Government body', 'Association', 'Alliance', 'Organization', 'Event', 'Person', 'Place', 'Country'];
  const types = await allOf(page, 'td.type');
  expect(types.filter((type) => kinds.includes(type))).toHaveLength(count + placed.reduce((sum, text) => sum + Number(text), 0));
  await leave(page);
});

test('the matrix tells “none found” from “none read”, by texture and in words', async () => {
  const page = await visit(`${around}&view=matrix&matrix=all&rows=24`);
  await matrix(page);
  expect(await cell(page, /^Australia – China: 2 partnerships, 2 agreements$/).getAttribute('data-state')).toBe('found');
  const absent = cell(page, /no partnership found; sources speak of both/).first();
  const unread = cell(page, /: no source read$/).first();
  expect(await absent.getAttribute('data-state')).toBe('absent');
  expect(await unread.getAttribute('data-state')).toBe('unread');
  const looks = await Promise.all([absent, unread].map((one) => one.evaluate((element) => getComputedStyle(element).backgroundImage)));
  expect(new Set(looks).size, 'a texture of its own').toBe(2);
  expect(await serious(page)).toEqual([]);
  await unread.click();
  await page.getByText(/^No source speaks of either/).waitFor();
  await absent.click();
  await page.getByText(/^No partnership was found in \d+ sources, up to 20\d\d-/).waitFor();
  await leave(page);
});

test('a cell opens its partnerships, with their statements, and selects them everywhere', async () => {
  const page = await visit(`${around}&view=matrix`);
  await matrix(page);
  await cell(page, /^Australia – China: /).click();
  await page.waitForURL(/pair=AU%7ECN/);
  const pair = page.getByRole('region', { name: 'Australia – China' });
  await pair.getByText('1 pair of partners').waitFor();
  expect(await pair.innerText()).toMatch(/University of Technology Sydney.*–.*Jiangxi University of Finance and Economics/s);
  await pair.locator('summary').click();
  expect(await pair.locator('details').innerText()).toMatch(/¶\d+/);
  expect(await selectedInOutline(page).count()).toBeGreaterThan(2);
  expect(await serious(page)).toEqual([]);
  await pair.getByRole('link', { name: 'Explore both' }).click();
  await page.waitForURL((url) => url.pathname === '/explore' && url.searchParams.getAll('of').length === 2 && !url.searchParams.has('pair'));
  await leave(page);
});

test('the matrix is walked by arrow keys, and shows more countries on demand', async () => {
  const page = await visit(`${around}&view=matrix&matrix=all`);
  await matrix(page);
  const before = await page.locator('[data-at]').count();
  await page.locator('[data-at="0,0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('1,0');
  await page.keyboard.press('Enter');
  await page.waitForURL(/pair=/);
  await page.getByRole('button', { name: 'Show 12 countries more' }).click();
  await page.waitForURL(/rows=24/);
  expect(await page.locator('[data-at]').count()).toBe(before * 4);
  await leave(page);
});

test('columns and order of the table are in its address', async () => {
  const page = await visit(`${around}&view=table`);
  await page.locator('tbody tr').first().waitFor();
  await settled(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Weakest basis' }).check();
  await page.getByRole('checkbox', { name: 'Country' }).uncheck();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Name' }).click();
  await page.waitForURL(/cols=.*basis.*sort=name/);
  const headers = ['', 'Name ↑', 'Kind', 'Date', 'Ties', 'Weakest basis'];
  const shown = async (page: Page) => (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  expect(await shown(page)).toEqual(headers);
  const other = await visit(page.url());
  await other.locator('tbody tr').first().waitFor();
  await settled(other);
  expect(await shown(other)).toEqual(headers);
  expect(await other.locator('tbody').innerText()).toBe(await page.locator('tbody').innerText());
  await leave(page);
  await leave(other);
});

test('rows are selected as in a file manager', async () => {
  const page = await visit(`${around}&view=table&sort=name`);
  await page.locator('tbody tr').first().waitFor();
  await settled(page);
  const kind = (row: number) => page.locator('tbody tr').nth(row).locator('td.kind');
  const chosen = page.locator('tbody tr[aria-selected=true]');
  await kind(1).click();
  expect(await chosen.count()).toBe(1);
  await kind(3).click({ modifiers: ['Shift'] });
  expect(await chosen.count()).toBe(3);
  await kind(2).click({ modifiers: ['Control'] });
  expect(await chosen.count()).toBe(2);
  expect(await selectedInOutline(page).count(), 'the outline follows').toBe(2);
  await kind(0).click();
  expect(await chosen.count()).toBe(1);
  await leave(page);
});

test('the table draws what is on the screen, of two thousand rows too', async () => {
  const page = await visit('/');
  await settled(page);
  // A real answer, made long: the server itself stops at a thousand entities.
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data?: { neighbourhood?: { nodes: { id: string; label: string }[] } } };
    const nodes = answer.data?.neighbourhood?.nodes;
    if (nodes && nodes.length > 1) answer.data!.neighbourhood!.nodes = Array.from({ length: 2000 }, (_, i) => ({ ...nodes[i % nodes.length]!, id: `n${i}`, label: `Row ${i}` }));
    await route.fulfill({ response, json: answer });
  });
  await page.goto(new URL(`${around}&view=table&sort=name`, page.url()).href);
  await page.getByText('2000 rows').waitFor();
  expect(await page.locator('tbody tr').count()).toBeLessThan(80);
  expect(await page.locator('tbody th').first().innerText()).toBe('Row 0');
  await page.locator('.table-frame').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  await page.getByRole('row', { name: /Row 1999/ }).waitFor();
  expect(await page.locator('tbody tr').count()).toBeLessThan(80);
  await leave(page);
});

test('the timeline has a scale, spans for vague dates, and years to zoom into', async () => {
  const page = await visit(`/explore?of=jiangxi-conference-2025&x=SIGNED_AT~jiangxi-conference-2025&view=timeline`);
  await page.locator('.overview svg').waitFor();
  await settled(page);
  const moments = await page.locator('.timeline ol > li').count();
  expect(moments).toBeGreaterThan(3);
  const vague = await page.locator('.timeline ol > li.vague').count();
  expect(await page.locator('.overview .span').count(), 'each vague date is a span').toBe(vague);
  expect(await page.locator('.overview [role=status]').innerText()).toContain(`${moments} moments`);
  expect(await serious(page)).toEqual([]);
  await page.goto(`${page.url()}&years=2020~2030`);
  await page.locator('.overview [role=status]').filter({ hasText: '2020 to 2030' }).waitFor();
  const wide = page.url();
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.waitForURL((url) => url.href !== wide && url.search.includes('years='));
  await page.goto(wide);
  await page.getByRole('button', { name: 'All years' }).click();
  await page.waitForURL((url) => !url.search.includes('years='));
  await leave(page);
});

test('a timeline that is too long to be listed has all its years, and lists those that are chosen', async () => {
  const page = await visit('/');
  await settled(page);
  // A real answer, made long: 250 moments in 2001 to 2003, and more up to 2030.
  let fails = true;
  const dated = Array.from({ length: 400 }, (_, i) => `${i < 250 ? 2001 + (i % 3) : 2004 + ((i - 250) % 27)}-05-${String((i % 28) + 1).padStart(2, '0')}`).sort();
  await page.route('**/graphql', async (route) => {
    const { query = '', variables = {} } = route.request().postDataJSON() as { query?: string; variables?: { from?: string; to?: string; first?: number } };
    if (query.includes('query TimelineDays')) return route.fulfill({ json: { data: { timeline: dated.map((day) => ({ __typename: 'Moment', day, latest: day })) } } });
    if (!query.includes('query Timeline')) return route.fallback();
    if (variables.from && fails) return route.fulfill({ json: { data: null, errors: [{ message: 'out of order' }] } });
    const response = await route.fetch({ postData: JSON.stringify({ query, variables: { ...variables, from: undefined, to: undefined } }) });
    const answer = (await response.json()) as { data: { timeline: { day: string; entity: object }[] } };
    const [one] = answer.data.timeline;
    answer.data.timeline = dated
      .map((day, i) => ({ ...one!, day, latest: day, text: day, entity: { ...one!.entity, id: `m${i}` } }))
      .filter(({ day }) => day >= (variables.from ?? '') && day <= (variables.to ?? '9'))
      .slice(0, variables.first);
    await route.fulfill({ response, json: answer });
  });
  await page.goto(new URL(`/explore?of=jiangxi-conference-2025&x=SIGNED_AT~jiangxi-conference-2025&view=timeline`, page.url()).href);
  await page.getByText('250 of 400 moments are listed.').waitFor();
  await settled(page);
  expect(await page.locator('.overview [role=status]').innerText()).toBe('2001 to 2030 · 400 moments');
  await page.goto(`${page.url()}&years=2026~2030`);
  await page.getByRole('alert').getByText('out of order').waitFor();
  expect(await page.getByText('Nothing is dated').count(), 'nobody knows yet').toBe(0);
  fails = false;
  await page.getByRole('button', { name: 'Ask again' }).click();
  const there = dated.filter((day) => day >= '2026').length;
  await page.locator('.overview [role=status]').filter({ hasText: `2026 to 2030 · ${there} moments` }).waitFor();
  await settled(page);
  expect(await page.locator('.timeline ol > li').count()).toBe(there);
  expect(await page.getByText('moments are listed').count()).toBe(0);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('a pair of countries whose partnerships cannot be had says so, and asks again', async () => {
  const page = await visit(`${around}&view=matrix`);
  await matrix(page);
  let fails = true;
  await page.route('**/graphql', (route) =>
    fails && /query (Pair|Coverage)/.test(route.request().postData() ?? '') ? route.fulfill({ json: { data: null, errors: [{ message: 'out of order' }] } }) : route.fallback(),
  );
  await cell(page, /^Australia – China: /).click();
  const pair = page.locator('.pair');
  await pair.getByText('out of order').nth(1).waitFor();
  fails = false;
  await pair.getByRole('button', { name: 'Ask again' }).first().click();
  await pair.getByText('1 pair of partners').waitFor();
  await pair.getByRole('button', { name: 'Ask again' }).click();
  await pair.getByRole('heading', { name: 'Australia – China' }).waitFor();
  expect(await pair.getByRole('alert').count()).toBe(0);
  await leave(page);
});

test('the views speak Chinese and fit a phone', async () => {
  const page = await visit(`${around}&view=map&lang=zh`, { viewport: { width: 360, height: 740 }, locale: 'zh-CN', hasTouch: true, isMobile: true });
  await page.locator('.map-picture').waitFor();
  await settled(page);
  expect(await page.locator('.map-labels').textContent()).toContain('中国');
  for (const [view, own] of [['地图', '.map'], ['矩阵', '.matrix'], ['表格', 'tbody tr'], ['时间线', '.timeline']] as const) {
    await page.getByRole('tab', { name: view }).click();
    await page.locator(own).first().waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(360);
    expect(await serious(page), view).toEqual([]);
    expect(await page.locator('.views').innerText(), view).not.toMatch(/Countries|agreements|partnership|Columns|moments/);
  }
  await leave(page);
});
