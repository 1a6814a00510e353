// Journeys of exploring: the graph and its outline, the table and the timeline, undo, permalinks, the query.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const around = `/explore?of=${university}`;
const counts = (page: Awaited<ReturnType<typeof visit>>) =>
  page
    .locator('.explore-head p')
    .first()
    .innerText()
    .then((text) => Number(/^\d+/.exec(text)![0]));

test('an entity is expanded by one type, with its counts first; undo and redo', async () => {
  const page = await visit(around);
  await settled(page);
  const before = await counts(page);
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  const attended = page.getByRole('button', { name: /^Participants/ });
  await attended.waitFor();
  const [, shown, total] = /(\d+) of (\d+)/.exec(await attended.innerText())!;
  expect(Number(total)).toBeGreaterThan(Number(shown));
  await attended.click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) > n, before);
  await settled(page);
  expect(await counts(page)).toBe(before + Number(total) - Number(shown));
  expect(page.url()).toContain('x=ATTENDED%7Ejiangxi-conference-2025');
  expect(await page.locator('[role=status]').allInnerTexts()).toContainEqual(expect.stringMatching(/entit(y|ies) more/));

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) === n, before);
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) > n, before);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('the picture is drawn, and a click on it selects', async () => {
  const page = await visit(around);
  await settled(page);
  const frame = (await page.locator('.canvas-frame').boundingBox())!;
  const picture = await page.screenshot({ clip: frame });
  expect(picture.length, 'the picture has something in it').toBeGreaterThan(5000);
  // The middle holds what the graph began with, or is near it: look around it for a node.
  let found = false;
  for (let r = 0; r < 200 && !found; r += 8) {
    for (let a = 0; a < 6.28 && !found; a += 0.6) {
      await page.mouse.click(frame.x + frame.width / 2 + r * Math.cos(a), frame.y + frame.height / 2 + r * Math.sin(a));
      found = (await page.locator('[role=treeitem][aria-selected=true]').count()) > 0;
    }
  }
  expect(found).toBe(true);
  await leave(page);
});

test('what is hidden leaves every view, and comes back', async () => {
  const page = await visit(around);
  await settled(page);
  const before = await counts(page);
  await page.getByRole('treeitem', { name: /Study in Jiangxi/ }).click();
  await page.getByRole('button', { name: 'Hide' }).click();
  expect(await counts(page)).toBe(before - 1);
  await page.getByRole('tab', { name: 'Table' }).click();
  expect(await page.getByRole('row', { name: /Study in Jiangxi/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show 1 hidden' }).click();
  await page.getByRole('row', { name: /Study in Jiangxi/ }).waitFor();
  await leave(page);
});

test('the table sorts, and its selection is the outline’s and the timeline’s', async () => {
  const page = await visit(`${around}&view=table`);
  await settled(page);
  const names = () => page.locator('tbody th').allInnerTexts();
  await page.getByRole('button', { name: 'Name' }).click();
  const up = await names();
  await page.getByRole('button', { name: /^Name/ }).click();
  expect(await names()).toEqual(up.toReversed());
  expect(await page.getByRole('columnheader', { name: /^Name/ }).getAttribute('aria-sort')).toBe('descending');
  await page.getByRole('checkbox', { name: /^Select Cooperative education project/ }).check();
  expect(await page.locator('[role=treeitem][aria-selected=true]').innerText()).toContain('Cooperative education project');
  expect(await serious(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByText('2025-11-17').first().waitFor();
  await settled(page);
  const happened = await page.locator('.timeline').innerText();
  expect(happened).toContain('Cooperative education project');
  expect(happened, 'what the selection has no part in').not.toContain('joint talent training');
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('the keyboard alone reaches, opens, expands, pins and hides', async () => {
  const page = await visit(around);
  await settled(page);
  const before = await counts(page);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem')) break;
  }
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('[role=treeitem][aria-level="2"]').count()).toBeGreaterThan(3);
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator('[role=treeitem][aria-level="2"]').count()).toBe(0);
  await page.keyboard.press('p');
  await page.waitForURL(/pin=/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.locator('[role=treeitem][aria-selected=true]').count()).toBe(1);
  await page.keyboard.press('e');
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) > n, before);
  await settled(page);
  const more = await counts(page);
  await page.keyboard.press('h');
  expect(await counts(page)).toBe(more - 1);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
  await page.keyboard.press('Control+z');
  expect(await counts(page)).toBe(more);
  await leave(page);
});

test('a permalink opens the same in a browser that was never here', async () => {
  const first = await visit(around);
  await settled(first);
  await first.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  await first.getByRole('button', { name: /^Participants/ }).click();
  await first.waitForURL(/x=ATTENDED/);
  await settled(first);
  await first.getByRole('treeitem', { name: /Study in Jiangxi/ }).click();
  await first.getByRole('button', { name: 'Pin' }).click();
  await first.getByRole('button', { name: '中文' }).click();
  await first.getByRole('tab', { name: '表格' }).click();
  await first.locator('tbody tr').first().waitFor();
  await settled(first);
  await first.getByRole('button', { name: '分享' }).click();
  const link = await first.locator('.copyable pre').first().innerText();
  await first.keyboard.press('Escape');

  const second = await visit(link);
  await second.locator('tbody tr').first().waitFor();
  await settled(second);
  expect(await second.locator('tbody').innerText()).toBe(await first.locator('tbody').innerText());
  expect(await second.locator('[role=tree]').innerText()).toBe(await first.locator('[role=tree]').innerText());
  expect(await second.locator('[role=treeitem][aria-selected=true]').count()).toBe(1);
  expect(second.url()).toContain('pin=');
  await leave(first);
  await leave(second);
});

test('the query behind a view is shown, and opens in GraphiQL', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  await page.getByRole('button', { name: 'Query' }).click();
  await page.getByRole('region', { name: 'GraphQL: EntityPage' }).waitFor();
  expect(await page.getByRole('region', { name: 'Variables: EntityPage' }).innerText()).toContain(university);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show the Cypher' }).first().click();
  await page.getByText(/This server does not tell its Cypher|MATCH /).first().waitFor();
  const [editor] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Open in GraphiQL' }).first().click(),
  ]);
  await editor.getByText('query EntityPage').first().waitFor();
  await leave(page);
});

test('a phone shows every view without scrolling sideways', async () => {
  const page = await visit('/', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  for (const path of ['/', `/entity/${university}`, around, `${around}&view=table`, `${around}&view=timeline`]) {
    await page.goto(new URL(path, page.url()).href);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    expect(await serious(page), path).toEqual([]);
  }
  await leave(page);
});

/** Has the server fail, or not answer, each question of which the text holds something, until it is let. */
async function hinder(page: Page, holds: string, how: 'fail' | 'wait'): Promise<{ asked: () => number; let: () => void }> {
  let [asked, hindered] = [0, true];
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes(holds)) return route.fallback();
    asked++;
    if (!hindered) return route.fallback();
    if (how === 'fail') await route.fulfill({ json: { data: null, errors: [{ message: 'out of order' }] } });
  });
  return { asked: () => asked, let: () => (hindered = false) };
}
type Page = Awaited<ReturnType<typeof visit>>;

test('an expansion that failed is asked again by itself, and the rest stays', async () => {
  const page = await visit(around);
  await settled(page);
  const before = await counts(page);
  const server = await hinder(page, '"through":"ATTENDED"', 'fail');
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  await page.getByRole('button', { name: /^Participants/ }).click();
  await page.getByRole('alert').getByText('out of order').waitFor();
  expect(await counts(page)).toBe(before);
  server.let();
  const all = await hinder(page, 'query Neighbourhood', 'fail');
  all.let();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) > n, before);
  expect(all.asked(), 'nothing else was asked').toBe(1);
  await leave(page);
});

test('a wait is cancelled: the rest stays, with its query, and it can be asked again', async () => {
  const page = await visit(around);
  await settled(page);
  const before = await counts(page);
  const server = await hinder(page, '"through":"ATTENDED"', 'wait');
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  await page.getByRole('button', { name: /^Participants/ }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const again = page.getByRole('button', { name: 'Ask again' });
  await again.waitFor();
  expect(await page.locator('.loading').count()).toBe(0);
  expect(await counts(page)).toBe(before);
  await page.getByRole('button', { name: 'Query' }).click();
  await page.getByRole('region', { name: 'GraphQL: Neighbourhood' }).first().waitFor();
  await page.keyboard.press('Escape');
  server.let();
  await again.click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) > n, before);
  expect(await again.count()).toBe(0);
  await leave(page);
});

test('what an entity has is asked again where that failed, and an expansion that brings no more says why', async () => {
  const page = await visit(around);
  await settled(page);
  const server = await hinder(page, 'query Counts', 'fail');
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  await page.locator('.inspector').getByText('out of order').waitFor();
  server.let();
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query Counts')) return route.fallback();
    const response = await route.fetch();
    const answer = (await response.json()) as { data: { neighbourhood: { omitted: { count: number }[] } } };
    for (const one of answer.data.neighbourhood.omitted) one.count += 500;
    await route.fulfill({ response, json: answer });
  });
  await page.locator('.inspector').getByRole('button', { name: 'Ask again' }).click();
  const attended = page.getByRole('button', { name: /^Participants/ });
  await attended.click();
  await page.locator('.inspector').getByText('An expansion brings at most 200 of a type').waitFor();
  await settled(page);
  expect(await attended.isDisabled()).toBe(true);
  expect(await serious(page)).toEqual([]);
  await leave(page);
});
