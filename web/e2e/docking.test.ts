// Journeys of docking: suggestions with reasons that add up and rest on statements, told apart from what is stated.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const wanting = `/docking?for=${university}&country=BY&country=CN&role=CURRICULUM`;

test('a suggestion has reasons whose weights add up to its score, and statements behind each', async () => {
  const page = await visit(wanting);
  await settled(page);
  await page.getByRole('heading', { name: /\d suggestions?/ }).waitFor();
  await page.getByText('No source says that they cooperate, or should.').waitFor();
  const matches = page.locator('.match');
  for (const match of (await matches.all()).slice(0, 3)) {
    const weights = (await match.locator('.weight').allInnerTexts()).map(Number);
    const score = Number(await match.locator('.score b').innerText());
    expect(Math.abs(weights.reduce((a, b) => a + b, 0) - score)).toBeLessThan(0.01 * weights.length);
    expect(await match.locator('.computed-tag').innerText()).toBe('Computed');
    expect(await match.locator('.reasons > li').count()).toBeGreaterThan(1);
    expect(await match.locator('.reasons > li').count()).toBe(await match.locator('.reasons .evidence').count());
  }
  await matches.first().locator('.evidence summary').first().click();
  expect(await matches.first().locator('.evidence li').first().innerText()).toMatch(/, ¶\d+.* (Stated|Implied)/);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('what is wanted narrows the suggestions, and the address holds it', async () => {
  const page = await visit(`/docking?for=${university}&country=CN&role=CURRICULUM`);
  await settled(page);
  await page.getByRole('combobox', { name: 'Wanted countries' }).fill('Belarus');
  // Many things are called so; what is offered is a country.
  await page.getByRole('option', { name: /^Belarus/ }).first().waitFor();
  expect(await page.getByRole('option').allInnerTexts()).toEqual([expect.stringMatching(/^Belarus\b/)]);
  await page.getByRole('option', { name: /^Belarus/ }).first().click();
  await page.waitForURL(/country=CN&country=BY/);
  await page.getByRole('button', { name: 'Take China off the list' }).click();
  await page.waitForURL((url) => url.search.includes('country=BY') && !url.search.includes('country=CN'));
  await settled(page);
  const first = page.locator('.match').first();
  expect(await first.innerText()).toMatch(/Belarusian State University.*What it takes part in stands for teaching together/s);
  await page.reload();
  await page.locator('.match').first().waitFor();
  await page.getByRole('checkbox', { name: 'teaching together' }).uncheck();
  await page.waitForURL((url) => !url.search.includes('role'));
  await leave(page);
});

test('where no reason speaks for anyone, that is said, and nothing is invented', async () => {
  const page = await visit(`/docking?for=${university}`);
  await page.getByRole('heading', { name: 'No reason speaks for anyone yet' }).waitFor();
  expect(await page.locator('.match').count()).toBe(0);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('a match leads to what ties the two', async () => {
  const page = await visit(wanting);
  await page.locator('.match').first().getByRole('link', { name: 'What ties the two' }).click();
  await page.waitForURL(new RegExp(`/paths\\?from=${university}&to=`));
  await leave(page);
});

test('on a phone, in Chinese and dark, the form and the suggestions fit', async () => {
  const page = await visit(`${wanting}&lang=zh`, { viewport: { width: 360, height: 740 }, colorScheme: 'dark', hasTouch: true, isMobile: true });
  await page.getByRole('heading', { name: '江西财经大学的对接推荐' }).waitFor();
  await page.locator('.match').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.locator('main').innerText()).not.toMatch(/\b(Computed|Together|wanted|party)\b/);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});
