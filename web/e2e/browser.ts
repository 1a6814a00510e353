// The browser of the journeys, which server.ts started, and what a journey does with it.
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

/** An id that every journey may count upon: it comes with guanxi. */
export const university = 'jiangxi-university-of-finance-and-economics';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser?.close());

/** A fresh browser, as of somebody who was never here, at an address. It fails the test on any error of the page. */
export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page & { faults: string[] }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = Object.assign(await context.newPage(), { faults: [] as string[] });
  // No journey counts upon a fast machine: what never comes takes this long to fail, and nothing else does.
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) page.faults.push(message.text());
  });
  await page.goto(path.startsWith('http') ? path : inject('url') + path);
  return page;
}

/** Ends a visit; the page must have had no errors. */
export async function leave(page: Page & { faults: string[] }) {
  const { faults } = page;
  await page.unrouteAll({ behavior: 'ignoreErrors' }); // what answers in the server's place may be on its way
  await page.context().close();
  expect(faults).toEqual([]);
}

/** Waits until nothing is awaited and the layout stands still, and so a moment later: a page may have been drawn that was
 * about to ask. */
export async function settled(page: Page) {
  for (const moment of [100, 0]) {
    await page.waitForFunction(
      () => !document.querySelector('.loading') && document.querySelector('h1') && !document.querySelector('[data-arranging=true]'),
    );
    await page.waitForTimeout(moment);
  }
}

/** What axe finds serious on a page. */
export async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`);
}
