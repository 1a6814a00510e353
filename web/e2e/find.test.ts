// Journeys of finding: search, the page of results, the entity's page, languages, and what the server may do wrong.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

/** Waits until the results and every filter are there. */
async function filtered(page: Page) {
  await page.locator('.find-groups .count').first().filter({ hasText: /\d/ }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.find [aria-busy=true], .loading'));
}
const number = (text: string) => Number(/[\d,]+$/.exec(text.trim())![0].replaceAll(',', ''));
const countOf = async (page: Page, group: string) =>
  number(await page.locator('.find-groups').getByRole('link', { name: new RegExp(`^${group}`) }).innerText());
const valueOf = async (page: Page, name: string) => number(await page.locator('.find-values label', { hasText: name }).first().innerText());
const sum = async (page: Page, filter: string) =>
  (await page.locator(`[data-filter=${filter}] .count`).allInnerTexts()).reduce((total, text) => total + number(text), 0);

test('a search by part of a name, by keyboard, leads to the entity', async () => {
  const page = await visit('/');
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('nanch');
  // Enter that ends a composition of pinyin is no choice.
  await page.getByRole('combobox').first().dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  expect(new URL(page.url()).pathname).toBe('/');
  const options = page.getByRole('option');
  await options.filter({ hasText: /Nanchang UniversityUniversity · China · its name begins so/ }).waitFor();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/entity\//);
  await settled(page);
  expect(await page.locator('h1').innerText()).toContain('Nanchang');
  await leave(page);
});

test('a search by an alias, and by the Chinese name', async () => {
  const page = await visit('/');
  for (const phrase of ['UTS', '悉尼科技大学']) {
    await page.getByRole('combobox').first().fill(phrase);
    await page.getByRole('option', { name: /University of Technology Sydney/ }).waitFor();
  }
  await leave(page);
});

test('a search that finds nothing says so', async () => {
  const page = await visit('/');
  await page.getByRole('combobox').first().fill('qqqxyz');
  await page.getByText('Nothing is called “qqqxyz”.').waitFor();
  await leave(page);
});

test('a search by initials, in pinyin and with an error says why each hit is one', async () => {
  const page = await visit('/');
  for (const [text, why] of [
    ['jxcjdx', 'by its initials: 江西财经大学'],
    ['jiangxicaijing', 'in pinyin: 江西财经大学'],
    ['finence and economics', 'nearly so spelled'],
  ] as const) {
    await page.getByRole('combobox').first().fill(text);
    const option = page.getByRole('option', { name: /^Jiangxi University of Finance and Economics/ });
    await option.filter({ hasText: why }).waitFor();
  }
  await leave(page);
});

test('Enter leads to all results, which keep their address, and a kind of them to those', async () => {
  const page = await visit('/');
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('jiangxi');
  await page.getByRole('option', { name: 'All results for “jiangxi”' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/find\?q=jiangxi$/);
  await page.getByRole('heading', { name: 'Results for “jiangxi”' }).waitFor();
  await filtered(page);
  const all = await page.locator('.find-results ol > li').count();
  expect(await countOf(page, 'Everything')).toBe(all);
  const organizations = await countOf(page, 'Organizations');
  expect(organizations).toBeLessThan(all);
  expect(await serious(page)).toEqual([]);
  await page.locator('.find-groups').getByRole('link', { name: /^Organizations/ }).click();
  await page.getByText(`${organizations} results`).waitFor();
  await filtered(page);
  expect(await page.locator('.find-results ol > li').count()).toBe(organizations);
  expect(await page.locator('.find-results .why').count(), 'why each was found').toBe(organizations);
  await page.reload();
  await page.getByText(`${organizations} results`).waitFor();
  expect(await page.getByRole('combobox').first().inputValue()).toBe('jiangxi');
  await leave(page);
});

test('each filter counts what it would leave, and the counts add up', async () => {
  const page = await visit('/find');
  await filtered(page);
  const total = await countOf(page, 'Organizations');
  expect(await sum(page, 'type')).toBe(total);
  expect(await sum(page, 'country'), 'what has no country is counted').toBe(total);
  const unknown = await valueOf(page, 'No source tells the country');
  await page.getByRole('checkbox', { name: 'No source tells the country' }).check();
  await page.waitForURL(/country=none/);
  await page.getByText(`${unknown} results`).waitFor();
  await filtered(page);
  expect(await sum(page, 'type')).toBe(unknown);
  expect(await sum(page, 'country'), 'its own choice does not narrow it').toBe(total);
  await page.getByRole('checkbox', { name: 'China', exact: false }).first().check();
  await page.waitForURL(/country=none&country=CN/);
  await page.getByText(`${unknown + (await valueOf(page, 'China'))} results`).waitFor();
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await page.getByText(`${total} results`).waitFor();
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('agreements are counted by kind and year, and listed from the newest to what has no date', async () => {
  const page = await visit('/find?type=Agreement');
  await filtered(page);
  const total = await countOf(page, 'Agreements');
  expect(await sum(page, 'agreementKind')).toBe(total);
  expect(await sum(page, 'year')).toBe(total);
  const lines = await page.locator('.find-results .about').allInnerTexts();
  expect(lines).toHaveLength(total);
  const dated = lines.map((line) => /20\d\d/.test(line));
  expect(dated.lastIndexOf(true), 'dated ones come first').toBeLessThan(dated.indexOf(false));
  await page.getByLabel('Sorted by').selectOption('oldest');
  await page.waitForURL(/sort=oldest/);
  await filtered(page);
  const years = (await page.locator('.find-results .about').allInnerTexts()).map((line) => Number(/20\d\d/.exec(line)?.[0] ?? 9999));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  await page.getByRole('checkbox', { name: '2025' }).check();
  await page.waitForURL(/year=2025/);
  await page.getByText(`${dated.filter(Boolean).length} results`).waitFor();
  await leave(page);
});

test('the basis counts what each choice would show, and holds for the page', async () => {
  const page = await visit('/find?country=AU');
  await filtered(page);
  const counts = await page.locator('[data-filter=basis] .count').allInnerTexts();
  expect(counts, 'no source states that one is in Australia; one implies it, a name suggests another').toEqual(['0', '1', '2']);
  await page.getByRole('radio', { name: 'and what only a name suggests' }).check();
  await page.waitForURL(/basis=INFERRED/);
  await page.getByText('2 results').waitFor();
  await leave(page);
});

test('an empty page tells “nothing found” from “nothing read”', async () => {
  const page = await visit('/find?type=Event&country=FR');
  await page.getByText('No source that was read speaks of France. So nothing is known, either way.').waitFor();
  await page.goto(new URL('/find?type=Event&country=AU', page.url()).href);
  await page.getByText(/\d+ sources? speaks? of Australia, up to 2025-\d\d-\d\d/).waitFor();
  await page.goto(new URL('/find?q=qqqxyz', page.url()).href);
  await page.getByText(/^\d+ sources were read\./).waitFor();
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('long lists show more, in the address, and open as an exploration', async () => {
  const page = await visit('/find?type=Country');
  await page.getByText('250 results · 50 of 250 shown').waitFor();
  await page.getByRole('link', { name: 'Show 50 more' }).click();
  await page.waitForURL(/show=100/);
  await page.getByText('250 results · 100 of 250 shown').waitFor();
  await page.goto(new URL('/find?q=technology+sydney&type=Organization', page.url()).href);
  await page.locator('.find-open').getByRole('link', { name: 'Table' }).click();
  await page.waitForURL(/\/explore\?of=.*view=table/);
  await page.getByRole('row', { name: /University of Technology Sydney/ }).first().waitFor();
  await leave(page);
});

test('the results speak Chinese, and fit a phone', async () => {
  const page = await visit('/find?q=jxcjdx&lang=zh', { viewport: { width: 360, height: 740 }, locale: 'zh-CN', hasTouch: true, isMobile: true });
  await page.getByText('首字母相符').first().waitFor();
  await page.getByText('筛选').click();
  await filtered(page);
  expect(await page.locator('main').innerText()).not.toMatch(/Results|Organizations|Filters/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('an entity shows its partners, and each statement with source, place and basis', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  const partners = page.getByRole('region', { name: /^Partners/ });
  await partners.getByRole('link', { name: 'University of Technology Sydney', exact: false }).first().waitFor();
  expect(await partners.innerText()).toMatch(/Australia · 2 agreements/);
  await partners.locator('summary').click();
  const statement = await partners.locator('details li').first().innerText();
  expect(statement).toMatch(/News report on the 2025 Jiangxi conference .*, ¶\d+ Stated/);
  for (const section of ['Agreements', 'Attended', 'Sources that name it']) {
    await page.getByRole('heading', { name: section }).waitFor();
  }
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('a country, an event, an agreement, a person and a source each have a page', async () => {
  const page = await visit('/entity/AU');
  await settled(page);
  expect(await page.locator('.facts').innerText()).toMatch(/AU, AUS/);
  for (const id of ['jiangxi-conference-2025', 'jufe-uts-cooperative-education-2025', 'jiangxi-conference-2025-report']) {
    await page.goto(new URL(`/entity/${id}`, page.url()).href);
    await settled(page);
    expect(await page.locator('section h2').count(), id).toBeGreaterThan(1);
    expect(await serious(page), id).toEqual([]);
  }
  await leave(page);
});

test('an id that is nobody says so, and so does an address that leads nowhere in the explorer', async () => {
  const page = await visit('/entity/nobody');
  await page.getByRole('heading', { name: 'There is no entity “nobody”' }).waitFor();
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('the language changes everything, and stays', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '江西财经大学', level: 1 }).waitFor();
  await page.getByRole('heading', { name: /合作伙伴/ }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  expect(await page.locator('main').innerText()).not.toMatch(/Partners|Stated|Agreements/);
  await page.reload();
  await page.getByRole('heading', { name: '江西财经大学', level: 1 }).waitFor();
  await leave(page);
});

test('the first page has nothing serious in either theme and leads to two countries', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await visit('/', { colorScheme });
    await settled(page);
    expect(await serious(page)).toEqual([]);
    await page.getByRole('link', { name: 'Australia – China' }).click();
    await page.waitForURL(/of=AU&of=CN/);
    await page.getByRole('treeitem', { name: 'University of Technology Sydney' }).waitFor();
    await leave(page);
  }
});

test('a server that is gone is told, and asked again by itself when it is back', async () => {
  const page = await visit('/');
  await settled(page);
  await page.route('**/graphql', (route) => route.abort());
  await page.evaluate((id) => {
    history.pushState(null, '', `/entity/${id}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, university);
  await page.getByRole('heading', { name: 'The server or its database does not answer' }).first().waitFor();
  expect(await serious(page)).toEqual([]);
  await page.unroute('**/graphql');
  await page.getByRole('heading', { name: 'Jiangxi University of Finance and Economics', level: 1 }).waitFor();
  await leave(page);
});

test('a long wait tells how long it is, and can be ended and begun again', async () => {
  const page = await visit('/');
  await settled(page);
  await page.route('**/graphql', () => {}); // no answer comes
  await page.getByRole('link', { name: 'Australia – China' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled.').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('tree').waitFor();
  await leave(page);
});
