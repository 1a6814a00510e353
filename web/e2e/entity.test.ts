// Journeys of the page of an entity: every kind has one, incoming relationships are told apart, each statement can be
// cited, and a country tells what was read of it.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const report = 'jiangxi-conference-2025-report';

test('an entity of every kind has a page', { timeout: 180_000 }, async () => {
  const page = await visit('/');
  const ids = {
    Institution: university,
    Enterprise: 'huawei',
    'Government body': 'ministry-of-education-of-china',
    Association: 'hungarian-rectors-conference',
    Alliance: 'china-central-asia-industry-education-integration-alliance',
    Organization: 'communist-party-of-china',
    Agreement: 'jufe-uts-cooperative-education-2025',
    Event: 'jiangxi-conference-2025',
    Person: 'lu-chao',
    Programme: 'study-in-jiangxi',
    Field: 'clinical-medicine',
    Country: 'CN',
    Place: 'jiangxi',
    Figure: 'nanchang-symposium-experts',
    Source: report,
  };
  for (const [kind, id] of Object.entries(ids)) {
    await page.goto(new URL(`/entity/${id}`, page.url()).href);
    await settled(page);
    expect(await page.locator('.kicker').innerText(), id).toContain(kind);
    expect(await page.locator('main section').count(), id).toBeGreaterThan(1);
  }
  await leave(page);
});

test('the keyboard goes on from the page that a link led to', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  await page.locator('main').getByRole('link', { name: 'China', exact: true }).first().press('Enter');
  await page.getByRole('heading', { name: 'China', level: 1 }).waitFor();
  await settled(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.goBack();
  await page.getByRole('heading', { name: 'Jiangxi University of Finance and Economics', level: 1 }).waitFor();
  await leave(page);
});

test('its own relationships and those that lead to it are told apart', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  const own = page.getByRole('region', { name: 'Its own ties' });
  const into = page.getByRole('region', { name: 'What links here' });
  await own.getByRole('heading', { name: /^Agreements/ }).waitFor();
  await into.getByRole('heading', { name: /^Parts/ }).waitFor();
  expect(await own.getByRole('heading', { name: /^Parts/ }).count()).toBe(0);
  const ways = page.getByRole('navigation', { name: 'Ask of it' });
  expect(await ways.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    `/explore?of=${university}&sel=${university}`,
    `/paths?from=${university}`,
    `/docking?for=${university}`,
    `/compare?of=${university}`,
    `/explore?of=${university}&view=timeline`,
  ]);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: /^Agreements/ }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('PARTY_TO-out');
  await leave(page);
});

test.sequential('one statement is cited, and its place leads to what the source states there', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  const agreements = page.getByRole('region', { name: /^Agreements/ });
  await agreements.locator('summary').first().click();
  await agreements.getByRole('button', { name: /^Cite this statement/ }).first().click();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  expect(cited).toMatch(/^“Jiangxi University of Finance and Economics is party to .*\.” News report on the 2025 Jiangxi conference .*, ¶\d+ \(\w+\)/);
  expect(cited).toContain(`/entity/${report}?at=`);
  await agreements.getByRole('link', { name: /^¶/ }).first().click();
  await page.waitForURL(new RegExp(`/entity/${report}\\?at=`));
  await page.getByText(/^Only ¶\d+.* is shown\./).waitFor();
  await page.getByText('Jiangxi University of Finance and Economics is party to').first().waitFor();
  expect(await serious(page)).toEqual([]);
  await page.getByRole('link', { name: 'Show every place' }).click();
  await page.getByRole('region', { name: '¶1', exact: true }).waitFor();
  await leave(page);
});

test('a country tells its partnerships by facets, and what was read of it', async () => {
  const page = await visit('/entity/CN');
  await settled(page);
  const partnerships = page.getByRole('region', { name: /^Partnerships/ });
  await partnerships.getByRole('link', { name: /^Australia/ }).click();
  await page.waitForURL(/with=AU/);
  await settled(page);
  expect(await partnerships.innerText()).toContain('University of Technology Sydney');
  expect(await partnerships.innerText()).not.toContain('Belarusian State University');
  await partnerships.locator('.pair').first().waitFor();
  expect(await page.getByRole('region', { name: 'What was read' }).innerText()).toMatch(/\d sources speak of China, the newest of \d{4}/);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('nothing found and nothing read are told apart', async () => {
  const page = await visit('/entity/TH');
  await page.getByText(/^No partnership found in \d+ sources? up to \d{4}-\d\d-\d\d\.$/).waitFor();
  await page.goto(new URL('/entity/AD', page.url()).href);
  await page.getByText(/^No source speaks of Andorra/).waitFor();
  await leave(page);
});

test('the first page invites with examples from the data', async () => {
  const page = await visit('/');
  await settled(page);
  const ask = page.getByRole('region', { name: 'What can be asked' });
  await ask.getByRole('link', { name: /^By what are two tied\?/ }).click();
  await page.waitForURL(/\/paths\?from=.+&to=.+/);
  await page.getByRole('heading', { name: /^Paths from/ }).waitFor();
  await leave(page);
});

test('on a phone, and in Chinese, the pages of a country and of a source fit', async () => {
  const page = await visit('/entity/CN?lang=zh', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  for (const path of ['/entity/CN?lang=zh', `/entity/${report}?at=%C2%B67&lang=zh`, `/entity/${university}?lang=zh`]) {
    await page.goto(new URL(path, page.url()).href);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    expect(await page.locator('main').innerText(), path).not.toMatch(/Its own ties|What links here|Partnerships|What it states/);
    expect(await serious(page), path).toEqual([]);
  }
  await leave(page);
});
