// Looks at every view for what may be wrong with any: axe's serious findings, scrolling sideways, errors on the console,
// in both themes, both languages and both widths, each with each of the others once at least.
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const partner = 'university-of-technology-sydney';
const around = `/explore?of=${university}`;

const places: Record<string, string> = {
  'the first page': '/',
  'a search': '/find?q=nanchang',
  'a search that finds nothing': '/find?q=qqqxyz',
  'an institution': `/entity/${university}`,
  'a country': '/entity/AU',
  'an agreement': '/entity/jufe-uts-cooperative-education-2025',
  'an event': '/entity/jiangxi-conference-2025',
  'a source': '/entity/jiangxi-conference-2025-report',
  'an entity that is not there': '/entity/nobody',
  'a graph': around,
  'a map': `${around}&view=map`,
  'a matrix': `${around}&view=matrix`,
  'a table': `${around}&view=table`,
  'a timeline': `${around}&view=timeline`,
  'paths not asked yet': '/paths',
  paths: `/paths?from=${university}&to=${partner}`,
  'docking not asked yet': '/docking',
  docking: `/docking?for=${university}`,
  'a comparison not asked yet': '/compare',
  'a comparison': `/compare?of=${university}&of=${partner}`,
  measures: '/measures?communities=1',
  'a day': `/entity/${university}?known=2026-01-01&basis=INFERRED`,
  'an embedded graph': `${around}&embed=1`,
  'no such page': '/entity/',
};

const looks = [
  { lang: 'en', colorScheme: 'light', width: 1280 },
  { lang: 'en', colorScheme: 'dark', width: 360 },
  { lang: 'zh', colorScheme: 'dark', width: 1280 },
  { lang: 'zh', colorScheme: 'light', width: 360 },
] as const;

test.each(Object.entries(places))('%s', async (_, path) => {
  const page = await visit('/');
  for (const { lang, colorScheme, width } of looks) {
    const look = `${lang}, ${colorScheme}, ${width}`;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const address = new URL(path, page.url());
    address.searchParams.set('lang', lang);
    if (new URL(page.url()).searchParams.get('lang') !== lang) await page.goto(address.href);
    await settled(page);
    // A canvas follows the window one step later.
    const fits = page.waitForFunction((width) => document.documentElement.scrollWidth <= width, width, { timeout: 10_000 });
    expect(await fits.then(() => true, () => false), `${look}: does not scroll sideways`).toBe(true);
    expect(await serious(page), look).toEqual([]);
  }
  await leave(page);
});
