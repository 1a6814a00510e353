// Journeys of finding: search, the entity's page, languages, and what the server may do wrong.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

test('a search by part of a name, by keyboard, leads to the entity', async () => {
  const page = await visit('/');
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('nanch');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await options.allInnerTexts()).toContainEqual(expect.stringMatching(/Nanchang University\s+University · China/));
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

test('a server that is gone is told, and asked again when it is back', async () => {
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
  await page.getByRole('button', { name: 'Ask again' }).first().click();
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
