// Journeys with a server that is slow, or gone and back, and with a script that cannot be loaded.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

test.sequential('a server that is gone is told, what is shown stays, and it goes on by itself', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  await page.route(/\/(graphql|readyz)$/, (route) => route.abort());
  await page.getByRole('button', { name: 'Time and basis' }).click();
  await page.getByRole('radio', { name: 'Stated', exact: true }).check();
  await page.getByText('The server does not answer. What you see stays').waitFor();
  await page.keyboard.press('Escape');
  expect(await serious(page)).toEqual([]);
  await page.unroute(/\/(graphql|readyz)$/);
  await page.getByText('The server does not answer.').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: /^Partners/ }).getByRole('link', { name: 'University of Technology Sydney' }).first().waitFor();
  await leave(page);
});

test.sequential('the graph on the screen stays when the server goes, and grows when it is back', async () => {
  const page = await visit(`/explore?of=${university}`);
  await settled(page);
  const before = await page.getByRole('treeitem').count();
  await page.route(/\/(graphql|readyz)$/, (route) => route.abort());
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  await page.keyboard.press('e');
  await page.getByText('The server does not answer. What you see stays').waitFor();
  expect(await page.getByRole('treeitem').count()).toBe(before);
  await page.unroute(/\/(graphql|readyz)$/);
  await page.waitForFunction((n) => document.querySelectorAll('[role=treeitem]').length > n, before);
  await leave(page);
});

test.sequential('a page whose script cannot be loaded says so, and is loaded when the server is back', async () => {
  const page = await visit('/');
  await settled(page);
  await page.route(/\/(assets\/Explore.*|readyz)$/, (route) => route.abort());
  await page.getByRole('link', { name: 'Australia – China' }).click();
  await page.getByRole('heading', { name: 'This could not be answered' }).waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Guanxi' }).waitFor();
  await page.unroute(/\/(assets\/Explore.*|readyz)$/);
  await page.getByRole('tree').waitFor();
  page.faults.length = 0; // that the script could not be loaded is told on the console, too
  await leave(page);
});

test.sequential('a long wait that is cancelled frees the database', async () => {
  const page = await visit('/');
  await settled(page);
  // The same question, with so much to do that it does not end of itself while the test looks.
  await page.route('**/graphql', (route) => {
    const asked = route.request().postDataJSON() as { query: string };
    if (!asked.query.includes('query Neighbourhood')) return route.continue();
    return route.continue({ postData: JSON.stringify({ query: `{ organizations(where: ${all(5)}) { id } }` }) });
  });
  await page.getByRole('link', { name: 'Australia – China' }).click();
  await page.getByText(/^\d+ s$/).waitFor();
  expect(await running()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled.').waitFor();
  await expect.poll(running, { timeout: 100_000 }).toBe(0);
  await leave(page);
});

/** A condition whose cost grows by a factor with each level: everything that is in one country has to meet it. */
function all(levels: number): string {
  return levels === 0 ? '{ id: { contains: "-" } }' : `{ country: { organizations: { all: ${all(levels - 1)} } } }`;
}

/** How many statements of ours the database runs. (The text that is looked for must not stand in this one.) */
async function running(): Promise<number> {
  const shell = promisify(execFile)('../bin/guanxi', ['neo4j', 'shell'], { env: { ...process.env, GUANXI_HOME: inject('home'), NEO4J_URI: '' } });
  shell.child.stdin!.end("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'CALL ' + '() {' RETURN count(*);");
  const { stdout } = await shell;
  return Number(stdout.trim().split('\n').at(-1));
}
