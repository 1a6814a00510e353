// Journeys of choosing which statements count: the address, the panel, the banner, what it changes, and what is inferred.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const inferred = 'queen-mary-university-of-london'; // a school's name suggests it; no source states it

test('the weakest basis is chosen in the panel, goes to the server and along with every link', async () => {
  const page = await visit(`/entity/${university}`);
  await settled(page);
  await page.getByRole('button', { name: 'Time and basis' }).click();
  const panel = page.getByRole('dialog', { name: 'Which statements count' });
  await panel.getByRole('slider').first().waitFor();
  expect(await serious(page)).toEqual([]);
  const asked = page.waitForRequest((r) => (r.postData() ?? '').includes('"weakest":"STATED"'));
  await panel.getByRole('radio', { name: 'Stated', exact: true }).check();
  await asked;
  await page.waitForURL(/basis=STATED/);
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByText('only what a source says outright').waitFor();
  await settled(page);
  await page.getByRole('link', { name: 'Explore the graph' }).click();
  await page.waitForURL(/\/explore\?.*basis=STATED/);
  await settled(page);
  await page.getByRole('banner').getByRole('link', { name: 'Guanxi' }).click();
  await page.waitForURL(/\/\?basis=STATED/);
  await page.getByRole('complementary', { name: 'Which statements count' }).getByRole('button', { name: 'Show all' }).click();
  await page.waitForURL((url) => !url.search.includes('basis'));
  await leave(page);
});

test('another choice of statements begins at the first page', async () => {
  const page = await visit('/entity/CN?after=gone');
  await page.getByText(/no cursor of ours/).waitFor();
  await page.getByRole('button', { name: 'Time and basis' }).click();
  await page.getByRole('dialog', { name: 'Which statements count' }).getByRole('radio', { name: 'Also inferred' }).check();
  await page.waitForURL((url) => url.search === '?basis=INFERRED');
  await page.getByRole('region', { name: /^Partnerships/ }).getByRole('link', { name: 'Belarusian State University' }).first().waitFor();
  await leave(page);
});

test('a day before anything was known leaves no partner, and says why', async () => {
  const page = await visit(`/entity/${university}?known=2020-01-01`);
  await settled(page);
  await page.getByText('only what was known on 2020-01-01').waitFor();
  await page.getByRole('heading', { name: `No source that was known on 2020-01-01 names “${university}”` }).waitFor();
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('region', { name: /^Partners/ }).getByRole('link', { name: 'University of Technology Sydney' }).first().waitFor();
  await leave(page);
});

test('a slider moves by keyboard, and its day stands in the address; the checkbox takes it away', async () => {
  const page = await visit('/');
  await settled(page);
  await page.getByRole('button', { name: 'Time and basis' }).click();
  const slider = page.getByRole('slider', { name: 'As it held on, slider' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/valid=\d{4}-\d\d-\d\d/);
  const day = new URL(page.url()).searchParams.get('valid')!;
  expect(await slider.getAttribute('aria-valuetext')).toBe(day);
  expect(await page.getByLabel('As it held on, day').inputValue()).toBe(day);
  await page.getByLabel('As it was known on, day').fill('2026-01-01');
  await page.waitForURL(/known=2026-01-01/);
  // A year is typed figure by figure, and what comes between is no day yet.
  await page.getByLabel('As it was known on, day').focus();
  await page.keyboard.type('01012019');
  await page.keyboard.press('Enter');
  await page.waitForURL(/known=2019-01-01/);
  // Nothing was known then; the slider that chose it stays, and the first page does not say that nothing is loaded.
  await page.getByText('No source was known on 2019-01-01.').waitFor();
  await page.getByRole('slider', { name: 'As it was known on, slider' }).waitFor();
  await page.getByRole('checkbox', { name: 'As it held on, on or off' }).uncheck();
  await page.waitForURL((url) => !url.searchParams.has('valid') && url.searchParams.has('known'));
  await leave(page);
});

test('what is inferred is shown only when asked for, with a word beside it, in lists and in the graph', async () => {
  const page = await visit('/entity/nanchang-university?basis=INFERRED');
  await settled(page);
  await page.getByText('what is merely inferred. No source says it').waitFor();
  await page.goto(new URL(`/entity/${inferred}?basis=INFERRED`, page.url()).href);
  await settled(page);
  await page.getByRole('heading', { name: 'Queen Mary University of London', level: 1 }).waitFor();
  expect(await page.locator('main .basis.INFERRED').count()).toBeGreaterThan(0);
  expect(await serious(page)).toEqual([]);
  await page.goto(new URL('/entity/huawei?basis=INFERRED', page.url()).href);
  await page.locator('.facts div', { hasText: 'China' }).getByText('Inferred').waitFor();
  expect(await page.locator('.kicker').innerText()).toContain('China (Inferred)');
  await page.goto(new URL(`/explore?of=${inferred}&basis=INFERRED`, page.url()).href);
  await settled(page);
  await page.getByRole('treeitem', { name: /Queen Mary University of London\s*Inferred/ }).waitFor();
  await page.getByRole('list', { name: 'Kinds' }).getByText('Inferred').waitFor();
  await page.goto(new URL(`/entity/${inferred}`, page.url()).href);
  await page.getByRole('heading', { name: `There is no entity “${inferred}”` }).waitFor();
  await leave(page);
});

test('a citation of a state names which statements counted, and the link brings them back', async () => {
  const page = await visit(`/entity/${university}?known=2026-01-01&valid=2025-12-31&basis=STATED`);
  await settled(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const cited = await page.getByRole('region', { name: 'Cite: Text' }).innerText();
  expect(cited).toContain('Only what is stated, as it held on 2025-12-31, as it was known on 2026-01-01.');
  const link = await page.getByRole('region', { name: 'Link to this view' }).innerText();
  const other = await visit(link);
  await settled(other);
  await other.getByText('only what was known on 2026-01-01').waitFor();
  await leave(other);
  await leave(page);
});

test('inside another page there is no bar, but what is left out is told', async () => {
  const page = await visit(`/entity/${university}?embed=1&known=2026-01-01`);
  await settled(page);
  expect(await page.getByRole('banner').count()).toBe(0);
  await page.getByText('only what was known on 2026-01-01').waitFor();
  // A link leads out of there, and takes the choice along.
  expect(await page.locator('main .entity-link').first().getAttribute('href')).toMatch(/\?known=2026-01-01$/);
  await leave(page);
});
