// Journeys of paths: between whom, past what, through what, why ranked so, and what is said where there is none.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const belarus = 'belarusian-state-university';
const between = `/paths?from=${university}&to=${belarus}`;

test('two names, by keyboard alone, give the paths between them, with who says so', async () => {
  const page = await visit('/paths');
  const found = page.locator('.results:visible [role=listbox][aria-busy=false]'); // and no longer of the letters before
  await page.getByRole('combobox', { name: 'From' }).focus();
  await page.keyboard.type('Jiangxi University of Finance');
  await found.waitFor();
  await page.getByRole('option', { name: /Jiangxi University of Finance and Economics/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take away: From' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Take away: From');
  await page.getByRole('combobox', { name: 'To', exact: true }).focus();
  await page.keyboard.type('Belarusian State');
  await found.waitFor();
  await page.getByRole('option', { name: /Belarusian State University/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /\d paths, the best first/ }).waitFor();
  expect(page.url()).toContain(between);
  const best = page.getByRole('listitem', { name: 'Path 1', exact: true });
  expect(await best.innerText()).toMatch(/2 steps.*attended.*2025 International Conference.*was attended by.*Belarusian State University/s);
  await best.locator('.evidence summary').first().click();
  expect(await best.locator('.evidence li').first().innerText()).toMatch(/News report on the 2025 Jiangxi conference .*, ¶7; ¶15 Implied/);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('a fast Enter takes what the text finds, and not a hit of the text before', async () => {
  const page = await visit('/paths');
  const from = page.getByRole('combobox', { name: 'From' });
  await from.fill('Huawei');
  await page.getByRole('option', { name: /^Huawei/ }).first().waitFor();
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await from.fill('Belarusian State University');
  await from.press('Enter');
  await page.getByText('Searching …').waitFor();
  expect(await page.getByRole('listbox', { name: 'Results' }).first().getAttribute('aria-busy')).toBe('true');
  await page.getByRole('button', { name: 'Take away: From' }).waitFor();
  expect(page.url()).toContain(`from=${belarus}`);
  await leave(page);
});

test('the two are swapped, and the paths are read from the other end', async () => {
  const page = await visit(between);
  await settled(page);
  await page.getByRole('button', { name: 'Swap the two' }).click();
  await page.getByRole('heading', { name: /^Paths from Belarusian State University to Jiangxi University/ }).waitFor();
  await settled(page);
  expect(page.url()).toContain(`from=${belarus}&to=${university}`);
  const stops = page.getByRole('listitem', { name: 'Path 1', exact: true }).locator('.stop');
  expect(await stops.first().innerText()).toContain('Belarusian State University');
  await leave(page);
});

test('what is avoided is on no path; taken off the list, it is back', async () => {
  const page = await visit(between);
  await settled(page);
  await page.getByRole('button', { name: /^Not through 2025 International Conference/ }).first().click();
  await page.getByRole('heading', { name: /^Nothing ties Jiangxi University .* within 4 steps/ }).waitFor();
  expect(page.url()).toContain('avoid=jiangxi-conference-2025');
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: /^Take 2025 International Conference .* off the list/ }).click();
  await page.getByRole('heading', { name: /\d paths, the best first/ }).waitFor();
  expect(page.url()).not.toContain('avoid');
  await leave(page);
});

test('only the chosen types of relationship are followed', async () => {
  const page = await visit(between);
  await settled(page);
  await page.getByText('Through: 12 types').click();
  await page.getByRole('checkbox', { name: 'Attended' }).uncheck();
  await page.getByText('Through: 11 types').waitFor();
  await settled(page);
  await page.getByRole('heading', { name: /\d paths?/ }).waitFor();
  const ties = await page.locator('.path .tie').allInnerTexts();
  expect(ties.length).toBeGreaterThan(0);
  expect(ties.filter((tie) => tie.includes('attended'))).toEqual([]);
  await page.getByRole('button', { name: 'As usual' }).click();
  await page.getByText('Through: 12 types').waitFor();
  expect(page.url()).not.toContain('through');
  await leave(page);
});

test('why a path ranks so is a sum that adds up to its score', async () => {
  const page = await visit(between);
  await settled(page);
  for (const name of ['Path 1', 'Path 2']) {
    const path = page.getByRole('listitem', { name, exact: true });
    const score = Number(/Score ([\d.]+)/.exec(await path.innerText())![1]);
    await path.getByText('Why ranked so').click();
    await path.locator('.sum tfoot').waitFor();
    const costs = (await path.locator('.sum tbody td').allInnerTexts()).map(Number);
    const sum = costs.reduce((a, b) => a + b);
    expect(1 / sum).toBeCloseTo(score, 2);
    expect(await path.locator('.sum').innerText()).toMatch(/past 2025 International Conference .*, which has \d+ relationships of these types/);
    expect(await path.locator('.sum').innerText()).not.toContain('statements that are not shown');
  }
  expect(await page.getByRole('listitem', { name: 'Path 2', exact: true }).innerText()).toMatch(/more than the best one/);
  await leave(page);
});

test('where nothing ties two, wider ways are offered, and one leads on', async () => {
  const page = await visit('/paths?from=university-of-technology-sydney&to=university-of-hong-kong');
  await page.getByRole('heading', { name: /^Nothing ties University of Technology Sydney to University of Hong Kong within 4 steps/i }).waitFor();
  await page.getByRole('button', { name: 'Up to 6 steps' }).waitFor();
  await page.getByRole('button', { name: 'Also through countries and places' }).click();
  await page.getByRole('heading', { name: /\d paths?/ }).waitFor();
  expect(page.url()).toContain('through=IN_COUNTRY');
  expect(await page.locator('.path').first().innerText()).toContain('China');
  await leave(page);
});

test('a path opens in the graph, alone and from left to right', async () => {
  const page = await visit(between);
  await settled(page);
  await page.getByRole('link', { name: 'Show in the graph' }).first().click();
  await page.getByRole('treeitem', { name: /Belarusian State University/ }).waitFor();
  await settled(page);
  expect(page.url()).toMatch(/\/explore\?.*only=1.*layout=columns/);
  expect(await page.getByRole('treeitem').count()).toBe(3);
  await leave(page);
});

test('an id that is nobody is told, and two that are the same', async () => {
  const page = await visit('/paths?from=nobody&to=AU');
  await page.getByText(/nobody/).last().waitFor();
  await page.getByRole('alert').waitFor();
  await page.goto(new URL('/paths?from=AU&to=AU', page.url()).href);
  await page.getByText('Both are the same.').waitFor();
  await leave(page);
});

test('on a phone, and in Chinese, a path reads from above to below', async () => {
  const page = await visit(`${between}&lang=zh`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await settled(page);
  await page.getByRole('heading', { name: /^从江西财经大学到白俄罗斯国立大学的路径/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.locator('main').innerText()).not.toMatch(/\b(steps|attended|Score|Why|through)\b/);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});
