// Journeys of comparison: two and five side by side, what they have in common, adding and taking away.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const hangkong = 'nanchang-hangkong-university';
const two = `/compare?of=${university}&of=${hangkong}`;

test('two stand side by side, with what both have and what only one has', async () => {
  const page = await visit(two);
  await settled(page);
  await page.getByRole('heading', { name: 'Comparing Jiangxi University of Finance and Economics and Nanchang Hangkong University' }).waitFor();
  const table = page.getByRole('group', { name: 'Side by side' });
  const partners = table.getByRole('row', { name: /^Partners/ });
  expect(await partners.getByRole('cell').nth(0).innerText()).toMatch(/University of Technology Sydney\s+2 agreements/);
  expect(await partners.getByRole('cell').nth(1).innerText()).toMatch(/Belarusian State University\s+1 agreement/);
  expect(await table.getByRole('row', { name: /^Attended/ }).innerText()).toMatch(/shared by 2.*shared by 2/s);
  const common = page.getByRole('region', { name: /^In common to all/ });
  await common.getByRole('link', { name: /2025 International Conference/ }).first().waitFor();
  expect(await common.locator('.evidence').count()).toBeGreaterThan(1);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('radio', { name: 'what only one has' }).check();
  await page.waitForURL(/show=own/);
  expect(await table.innerText()).not.toContain('shared by 2');
  await page.getByRole('radio', { name: 'what several have' }).check();
  await page.waitForURL(/show=common/);
  expect(await partners.innerText()).not.toContain('Sydney');
  await leave(page);
});

test('one is added by name and taken away again; the address holds who', async () => {
  const page = await visit(`/compare?of=${university}`);
  await page.getByText('Add another one to stand beside it.').waitFor();
  await page.getByRole('combobox', { name: 'Add one more' }).fill('Nanchang Hangkong');
  await page.getByRole('option', { name: /Nanchang Hangkong University/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`of=${university}&of=${hangkong}`));
  const box = page.getByRole('combobox', { name: 'Add one more' });
  expect(await box.inputValue()).toBe('');
  expect(await box.evaluate((e) => e === document.activeElement), 'the focus stays').toBe(true);
  await box.fill('Nanchang Hangkong University');
  await page.getByText('What is called “Nanchang Hangkong University” is chosen already.').or(page.getByRole('option').first()).first().waitFor();
  expect(await page.getByRole('option', { name: /^Nanchang Hangkong University/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await settled(page);
  await page.getByRole('button', { name: 'Take Jiangxi University of Finance and Economics away' }).click();
  await page.waitForURL((url) => url.search === `?of=${hangkong}`);
  await page.getByRole('columnheader', { name: /Nanchang Hangkong University/ }).waitFor();
  expect(await page.getByRole('columnheader').count()).toBe(1);
  await leave(page);
});

test('five of several kinds stand side by side, and no sixth is offered', async () => {
  const page = await visit(`${two}&of=AU&of=jiangxi-conference-2025&of=jufe-uts-cooperative-education-2025`);
  await settled(page);
  await page.getByText('5 stand side by side').waitFor();
  expect(await page.getByRole('columnheader').count()).toBe(5);
  expect(await page.getByRole('combobox', { name: 'Add one more' }).count()).toBe(0);
  await page.getByText('No source that was read ties all of them to one thing.').waitFor();
  await page.getByRole('row', { name: /^Timeline/ }).waitFor();
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('an id that is nobody is told, and can be taken away', async () => {
  const page = await visit(`/compare?of=${university}&of=nobody`);
  await page.getByText('There is no entity “nobody”.').waitFor();
  await page.getByRole('button', { name: 'Take nobody away' }).click();
  await page.waitForURL((url) => !url.search.includes('nobody'));
  await leave(page);
});

test('on a phone, and in Chinese, the table scrolls by itself and the page does not', async () => {
  const page = await visit(`${two}&lang=zh`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await settled(page);
  await page.getByRole('heading', { name: '比较：江西财经大学和南昌航空大学' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const region = page.getByRole('group', { name: '并列比较' });
  expect(await region.evaluate((e) => e.scrollWidth > e.clientWidth)).toBe(true);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});
