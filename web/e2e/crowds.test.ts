// Journeys among thousands of nodes: what the canvas says of them, and that the outline and the table stay quick.
import { expect, test } from 'vitest';

import { leave, serious, settled, visit } from './browser';
import { hub, synthesize } from './synthetic';

/** Opens an exploration of so many nodes. Rings are laid out at once, so that nobody waits for forces. */
async function crowd(nodes: number, more = '') {
  const page = await visit('/find');
  await synthesize(page, nodes);
  await page.goto(new URL(`/explore?of=${hub}&layout=rings&from=${hub}${more}`, page.url()).href);
  await page.locator('[role=treeitem]').first().waitFor();
  await settled(page);
  return page;
}

test.sequential('more than 2,000 nodes are said to be many, and groups help', async () => {
  const page = await crowd(2_100);
  await page.getByText('2100 nodes are more than can be read at once.').waitFor();
  expect(await serious(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Group' }).selectOption('country');
  await page.getByRole('button', { name: 'Close all' }).click();
  await page.waitForFunction(() => !document.querySelector('.crowd'));
  expect(await page.getByRole('treeitem').count()).toBe(12);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2100 nodes are more than can be read at once.').waitFor();
  await leave(page);
});

test.sequential('of more than 10,000 nodes the picture leaves some out, says how many, and the outline has all', { timeout: 180_000 }, async () => {
  const page = await crowd(10_040);
  await page.getByText('The picture draws 10000 nodes; 40 more are left out of it.').waitFor();
  expect(await page.locator('.explore-head p').first().innerText()).toContain('10040 entities');
  expect(await page.getByRole('treeitem').count(), 'only what is in sight is drawn').toBeLessThan(200);
  await page.getByRole('treeitem').first().focus();
  await page.keyboard.press('End');
  const last = page.getByRole('treeitem', { name: 'University of Number 10038' }).or(page.getByRole('treeitem', { name: 'Number 10039 Company' })).last();
  await last.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('10040');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('10039');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sel=n10038/);
  await page.keyboard.press('Home');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('1');
  await leave(page);
});

test.sequential('what is too much for one step, or for the address, is said', async () => {
  const page = await crowd(6_000, '&group=country&closed=AU');
  await page.getByRole('treeitem', { name: /Country AU \d+ members/ }).focus();
  await page.keyboard.press('e');
  await page.getByText('At most 50 are expanded at once: select fewer.').first().waitFor();
  expect(page.url()).not.toContain('x=');
  await page.getByRole('combobox', { name: 'Group' }).selectOption('');
  await page.getByRole('treeitem').first().focus();
  await page.keyboard.press('Control+a');
  await page.getByText('It does without what is selected').waitFor();
  expect(page.url()).not.toContain('sel=');
  expect(await page.getByRole('button', { name: 'Expand all 6000' }).isDisabled()).toBe(true);
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sel=n0$/);
  expect(await page.getByText('It does without').count()).toBe(0);
  await leave(page);
});
