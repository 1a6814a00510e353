// Journeys of taking away: citations, and each download, opened and parsed.
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const source = 'jiangxi-conference-2025-report';

async function share() {
  const page = await visit(`/explore?of=${university}`);
  await settled(page);
  const entities = await page.locator('[role=treeitem]').count();
  await page.getByRole('button', { name: 'Share' }).click();
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    return (await buffer(await file.createReadStream())).toString();
  };
  /** Parses XML as a browser does, and counts elements. */
  const count = (xml: string, selector: string) =>
    page.evaluate(
      ([text, what]) => {
        const document = new DOMParser().parseFromString(text!, 'application/xml');
        if (document.querySelector('parsererror')) throw new Error(document.documentElement.textContent!);
        return document.querySelectorAll(what!).length;
      },
      [xml, selector] as const,
    );
  return { page, entities, download, count };
}

test.sequential('a view is cited as text, BibTeX and CSL-JSON, with its sources', async () => {
  const { page } = await share();
  const text = page.getByRole('region', { name: 'Cite: Text' });
  expect(await text.innerText()).toMatch(/“Around Jiangxi University of Finance and Economics\.” Guanxi\. http.*accessed \d{4}-/s);
  expect(await text.innerText()).toContain(source);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('tab', { name: 'BibTeX' }).click();
  expect(await page.getByRole('region', { name: 'Cite: BibTeX' }).innerText()).toContain(`@misc{${source},`);
  await page.getByRole('tab', { name: 'CSL-JSON' }).click();
  const csl = JSON.parse(await page.getByRole('region', { name: 'Cite: CSL-JSON' }).innerText()) as { id: string }[];
  expect(csl.map(({ id }) => id)).toContain(source);
  await page.getByRole('button', { name: 'Copy: Link to this view' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/explore?of=${university}`);
  await leave(page);
});

test('CSV and JSON hold what is shown', async () => {
  const { page, entities, download } = await share();
  const text = await download('CSV, entities');
  const nodes = text.trimEnd().split('\r\n');
  expect(nodes[0]).toBe('\ufeffid,type,label,kind,country,date,inferred,countryInferred');
  expect(nodes.length - 1).toBe(entities);
  const ties = (await download('CSV, relationships')).trim().split('\r\n');
  expect(ties.filter((line) => line.includes('PARTY_TO') && line.includes(source))).toHaveLength(3);
  const json = JSON.parse(await download('JSON')) as { entities: unknown[]; relationships: unknown[] };
  expect(json.entities).toHaveLength(entities);
  expect(json.relationships).toHaveLength(ties.length - 1);
  await leave(page);
});

test('GEXF and GraphML hold what is shown', async () => {
  const { page, entities, download, count } = await share();
  for (const format of ['GEXF (Gephi)', 'GraphML']) {
    const xml = await download(format);
    expect(await count(xml, 'node'), format).toBe(entities);
    expect(await count(xml, 'edge'), format).toBeGreaterThan(4);
  }
  await leave(page);
});
