// Takes pictures of every view, in two widths, two languages, light and dark, for somebody to look at: `make shots`.
// It runs only where GUANXI_SHOTS names the folder for them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { settled, university, visit } from './browser';

const folder = process.env.GUANXI_SHOTS;
const around = `/explore?of=${university}&sel=${university}`;

const views: Record<string, string> = {
  home: '/',
  entity: `/entity/${university}`,
  country: '/entity/CN',
  source: '/entity/jiangxi-conference-2025-report?at=%C2%B67',
  paths: `/paths?from=${university}&to=belarusian-state-university`,
  nopath: '/paths?from=university-of-technology-sydney&to=university-of-hong-kong',
  docking: `/docking?for=${university}&country=BY&country=CN&role=CURRICULUM`,
  compare: `/compare?of=${university}&of=nanchang-hangkong-university`,
  find: '/find?q=jiangxi',
  agreements: '/find?type=Agreement',
  nothing: '/find?type=Event&country=FR',
  graph: around,
  map: `/explore?of=${university}&of=university-of-technology-sydney&view=map`,
  matrix: `${around}&view=matrix&matrix=all&rows=24&pair=AU~CN`,
  rings: `${around}&layout=rings&from=${university}&group=country`,
  columns: `/explore?of=${university}&layout=columns&from=${university}&x=ATTENDED~jiangxi-conference-2025`,
  closed: `${around}&x=ATTENDED~jiangxi-conference-2025&group=country&closed=CN`,
  several: `${around}&sel=jiangxi-conference-2025`,
  embedded: `${around}&embed=1`,
  table: `${around}&view=table`,
  timeline: `${around}&view=timeline`,
  measures: '/measures',
  missing: '/entity/nobody',
};

for (const width of [1280, 360]) {
  for (const lang of ['en', 'zh']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.runIf(folder)(`${width} ${lang} ${colorScheme}`, { timeout: 900_000 }, async () => {
        mkdirSync(folder!, { recursive: true });
        const page = await visit(`/?lang=${lang}`, { viewport: { width, height: 800 }, colorScheme, locale: lang });
        const shoot = (name: string) => page.screenshot({ path: join(folder!, `${name}-${width}-${lang}-${colorScheme}.png`) });
        for (const [name, path] of Object.entries(views)) {
          await page.goto(new URL(path, page.url()).href);
          await settled(page);
          await page.waitForTimeout(300);
          await shoot(name);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than the screen`).toBe(true);
        }
        await page.goto(new URL(`/entity/${university}`, page.url()).href);
        await settled(page);
        for (const [i, name] of ['scope', 'query', 'share'].entries()) {
          await page.locator('.tools button').nth(i).click();
          await page.locator('[role=dialog]').waitFor();
          await page.waitForTimeout(300);
          await shoot(name);
          await page.keyboard.press('Escape');
          await page.waitForTimeout(400); // the focus goes back to the button
        }
        await page.keyboard.press('/');
        await page.keyboard.type('nanch');
        await page.locator('[role=option]').first().waitFor();
        await shoot('search');
        await page.context().close();
      });
    }
  }
}
