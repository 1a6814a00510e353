// Journeys on the canvas: layouts, groups, selecting many, pictures to take along, frames, and crowds.
import { buffer } from 'node:stream/consumers';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';

import { leave, serious, settled, university, visit } from './browser';

const around = `/explore?of=${university}&x=ATTENDED~jiangxi-conference-2025&x=IN_COUNTRY~${university}`;
type Page = Awaited<ReturnType<typeof visit>>;
const counts = (page: Page) =>
  page
    .locator('.explore-head p')
    .first()
    .innerText()
    .then((text) => Number(/^\d+/.exec(text)![0]));
const selected = (page: Page) => new URL(page.url()).searchParams.getAll('sel').length;
const choose = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name: 'Select' }).click();
  await page.getByRole('menuitem', { name }).click();
  // The menu gives the focus back to its button when it is gone: it would take it from whatever is focused before.
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-haspopup') === 'menu');
};

test('a layout is chosen, undone, and part of the address', async () => {
  const page = await visit(around);
  await settled(page);
  await page.getByRole('button', { name: 'Rings' }).click();
  await page.waitForURL(/layout=rings&from=jiangxi-university/);
  expect(await page.getByRole('button', { name: 'Rings' }).getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('[role=status]').allInnerTexts()).toContainEqual('Layout: Rings.');
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).focus();
  await page.keyboard.press('c');
  await page.waitForURL(/layout=columns&from=jiangxi-conference-2025/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL(/layout=rings/);
  await page.reload();
  await settled(page);
  expect(await page.getByRole('button', { name: 'Rings' }).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: 'Free' }).click();
  await page.waitForURL((url) => !url.searchParams.has('layout'));
  expect(await serious(page)).toEqual([]);
  await leave(page);
});

test('countries are groups; one is closed, shown with its count, undone, and opens from a permalink', async () => {
  const page = await visit(around);
  await settled(page);
  const whole = await counts(page);
  await page.getByRole('combobox', { name: 'Group' }).selectOption('country');
  const china = page.getByRole('treeitem', { name: /China \d+ members/ });
  await china.waitFor();
  const members = Number(/(\d+) members/.exec(await china.innerText())![1]);
  expect(members).toBeGreaterThan(2);
  expect(await china.getAttribute('aria-expanded')).toBe('true');
  await china.focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/group=country&closed=CN/);
  expect(await china.getAttribute('aria-expanded')).toBe('false');
  expect(await china.innerText(), 'what the group is tied to is told').toMatch(/tied to .+/);
  expect(await counts(page), 'nothing is hidden by it').toBe(whole);
  expect(await serious(page)).toEqual([]);

  const link = page.url();
  await page.keyboard.press('Control+z');
  await page.waitForURL((url) => !url.searchParams.has('closed'));
  expect(await china.getAttribute('aria-expanded')).toBe('true');
  await leave(page);

  const second = await visit(link);
  await settled(second);
  expect(await second.getByRole('treeitem', { name: /China \d+ members/ }).getAttribute('aria-expanded')).toBe('false');
  await second.getByRole('button', { name: 'Open all' }).click();
  await second.waitForURL((url) => !url.searchParams.has('closed'));
  await leave(second);
});

test('a closed group is one node of the picture, and a double click opens it', async () => {
  const page = await visit(`${around}&group=country&closed=CN&layout=rings&from=CN`);
  await settled(page);
  await page.waitForTimeout(300);
  const frame = (await page.locator('.canvas-frame').boundingBox())!;
  // Rings are around the group, so that it stands in the middle of the picture's nodes, wherever those are.
  let found = false;
  let at: [number, number] = [0, 0];
  for (let r = 0; r < 260 && !found; r += 10) {
    for (let a = 0; a < 6.28 && !found; a += 0.5) {
      at = [frame.x + frame.width / 2 + r * Math.cos(a), frame.y + frame.height / 2 + r * Math.sin(a)];
      await page.mouse.click(...at);
      found = selected(page) > 2;
    }
  }
  expect(found, 'a click on the group selects its members').toBe(true);
  await page.getByRole('heading', { name: /\d+ selected/ }).waitFor();
  await page.mouse.dblclick(...at);
  await page.waitForURL((url) => !url.searchParams.has('closed'));
  await leave(page);
});

test('alliances are groups where somebody is a member; where nobody is, that is said', async () => {
  const page = await visit(around);
  await settled(page);
  await page.getByRole('combobox', { name: 'Group' }).selectOption('alliance');
  await page.waitForURL(/group=alliance/);
  const groups = await page.getByRole('treeitem', { name: /members/ }).count();
  expect(groups > 0 || (await page.getByText('Nothing here makes a group.').count()) > 0).toBe(true);
  await leave(page);
});

test('many are selected by kind, by what ties them, and by their opposite', async () => {
  const page = await visit(around);
  await settled(page);
  const whole = await counts(page);
  await choose(page, /^Agreement/);
  const agreements = selected(page);
  expect(agreements).toBeGreaterThan(1);
  await choose(page, 'What is tied to the selection');
  const near = selected(page);
  expect(near).toBeGreaterThan(agreements);
  await choose(page, 'All but the selection');
  expect(selected(page)).toBe(whole - near);
  expect(await page.locator('[role=status]').allInnerTexts()).toContainEqual(expect.stringMatching(/entit(y|ies) (is|are) selected/));
  await choose(page, 'Nothing');
  expect(selected(page)).toBe(0);
  await page.getByRole('treeitem').first().press('Control+a');
  await page.waitForURL(/sel=/);
  expect(selected(page)).toBe(whole);
  await leave(page);
});

test('the selection is hidden, all others are hidden, and both are undone', async () => {
  const page = await visit(around);
  await settled(page);
  const whole = await counts(page);
  await choose(page, /^Agreement/);
  const agreements = selected(page);
  await page.getByRole('button', { name: 'Hide them' }).click();
  expect(await counts(page)).toBe(whole - agreements);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await counts(page)).toBe(whole);
  await choose(page, /^Agreement/);
  await page.getByRole('button', { name: 'Hide all others' }).click();
  expect(await counts(page)).toBe(agreements);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await counts(page)).toBe(whole);
  await leave(page);
});

test('several are expanded in one step', async () => {
  const page = await visit(`/explore?of=${university}`);
  await settled(page);
  const before = await counts(page);
  await choose(page, /^Agreement/);
  await page.getByRole('button', { name: /^Expand all/ }).click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) > n, before);
  await settled(page);
  expect(new URL(page.url()).searchParams.getAll('x')).toHaveLength(selected(page));
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((n) => parseInt(document.querySelector('.explore-head p')!.textContent!) === n, before);
  expect(new URL(page.url()).searchParams.getAll('x')).toHaveLength(0);
  await leave(page);
});

test('a box that is drawn with the shift key selects what lies in it, beside what was', async () => {
  const page = await visit(around);
  await settled(page);
  const frame = (await page.locator('.canvas-frame').boundingBox())!;
  const drag = async (from: [number, number], to: [number, number]) => {
    await page.keyboard.down('Shift');
    await page.mouse.move(frame.x + from[0], frame.y + from[1]);
    await page.mouse.down();
    await page.mouse.move(frame.x + (from[0] + to[0]) / 2, frame.y + (from[1] + to[1]) / 2);
    await page.mouse.move(frame.x + to[0], frame.y + to[1]);
    expect(await page.locator('.selection-box').count()).toBe(1);
    await page.mouse.up();
    await page.keyboard.up('Shift');
  };
  await drag([3, 3], [frame.width / 2, frame.height - 3]);
  const left = selected(page);
  expect(left).toBeGreaterThan(0);
  await drag([frame.width - 3, frame.height - 3], [3, 3]);
  expect(selected(page)).toBe(await counts(page));
  expect(left).toBeLessThan(selected(page));
  expect(await page.locator('.selection-box').count()).toBe(0);
  await leave(page);
});

test('the picture is taken as SVG and PNG, as it is seen', async () => {
  const page = await visit(`${around}&group=country`);
  await settled(page);
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    return buffer(await file.createReadStream());
  };
  await page.getByRole('button', { name: 'Share' }).click();
  const whole = (await download('SVG, the picture')).toString('utf8');
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    if (document.querySelector('parsererror')) throw new Error(document.documentElement.textContent!);
    const texts = [...document.querySelectorAll('text')].map((one) => one.textContent!);
    return {
      texts,
      nodes: document.querySelectorAll('.nodes path').length,
      edges: document.querySelectorAll('.edges line').length,
      hulls: document.querySelectorAll('.groups path').length,
      legend: document.querySelectorAll('.legend path').length,
    };
  }, whole);
  expect(parsed.nodes).toBe(await page.locator('[role=treeitem]:not(:has(b))').count());
  expect(parsed.edges).toBeGreaterThan(5);
  expect(parsed.hulls).toBeGreaterThan(0);
  expect(parsed.legend).toBeGreaterThan(3);
  expect(parsed.texts.some((text) => text.startsWith('Jiangxi University'))).toBe(true);
  expect(parsed.texts).toContainEqual(expect.stringMatching(/^China \(\d+\)$/));
  expect(parsed.texts.at(-1)).toContain(`/explore?of=${university}`);

  const png = await download('PNG, the picture');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [svgWidth, svgHeight] = /width="([\d.]+)" height="([\d.]+)"/.exec(whole)!.slice(1).map(Number) as [number, number];
  expect([Math.round(width / 2), Math.round(height / 2)]).toEqual([Math.round(svgWidth), Math.round(svgHeight)]);
  expect(png.length, 'something is painted in it').toBeGreaterThan(10_000);
  await page.keyboard.press('Escape');

  // Nearer, less is in the picture.
  for (let i = 0; i < 4; i++) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForTimeout(300);
  }
  await page.getByRole('button', { name: 'Share' }).click();
  const near = (await download('SVG, the picture')).toString('utf8');
  expect(near.match(/<path d/g)!.length).toBeLessThan(whole.match(/<path d/g)!.length);
  await leave(page);
});

test('a view stands in a frame of another page: without the bar, with a way out', async () => {
  const page = await visit(`/explore?of=${university}`);
  await settled(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const snippet = await page.getByRole('region', { name: 'Show it in another page' }).innerText();
  expect(snippet).toMatch(/^<iframe src="http[^"]*embed=1[^"]*" title="Around Jiangxi[^"]*"/);
  expect(await serious(page)).toEqual([]);
  await leave(page);

  // A page of another origin on this machine.
  const host = createServer((_, response) => response.setHeader('content-type', 'text/html').end(`<!doctype html><h1>A blog</h1>${snippet}`));
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const blog = await visit(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  const frame = blog.frameLocator('iframe');
  await frame.locator('.canvas-frame').waitFor();
  expect(await frame.locator('.bar').count()).toBe(0);
  const out = frame.getByRole('link', { name: 'Open in Guanxi' });
  expect(await out.getAttribute('href')).not.toContain('embed');
  expect(await out.getAttribute('target')).toBe('_blank');
  await frame.locator('summary', { hasText: 'Outline' }).click();
  expect(await frame.getByRole('treeitem').count()).toBeGreaterThan(3);
  await leave(blog);
  host.close();
});

/** Where the picture has an entity: told by its pin, which is let go again. */
async function placeOf(page: Page, name: RegExp): Promise<string> {
  await page.getByRole('treeitem', { name }).first().focus();
  await page.keyboard.press('p');
  await page.waitForURL(/[?&]pin=/);
  const [, place] = /^(.+~.+)~/.exec(new URL(page.url()).searchParams.get('pin')!)!;
  await page.keyboard.press('p');
  await page.waitForURL((url) => !url.searchParams.has('pin'));
  return place!;
}

test('the places of the nodes and the open lines outlast other views, another language and other statements', async () => {
  const page = await visit(around);
  await settled(page);
  const place = await placeOf(page, /2025 International Conference/);
  expect(place).not.toBe('0~0');
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).first().focus();
  await page.keyboard.press('ArrowRight');
  const below = page.locator('[role=treeitem][aria-level="2"]');
  const open = await below.count();
  expect(open).toBeGreaterThan(3);

  await page.getByRole('tab', { name: 'Table' }).click();
  await page.locator('tbody tr').first().waitFor();
  expect(await placeOf(page, /2025 International Conference/), 'pinned from another view').toBe(place);
  await page.getByRole('tab', { name: 'Graph' }).click();
  await page.locator('.canvas-frame').waitFor();
  await settled(page);
  expect(await placeOf(page, /2025 International Conference/)).toBe(place);

  // While another scope and another language are asked, nothing leaves the screen.
  await page.evaluate(() => {
    const gaps = Object.assign(globalThis, { gaps: 0 });
    new MutationObserver(() => (gaps.gaps += document.querySelector('[role=tree]') ? 0 : 1)).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('tab', { name: '表格' }).waitFor();
  await settled(page);
  await page.evaluate(() => {
    history.pushState(null, '', `${location.pathname}${location.search}&basis=INFERRED`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await settled(page);
  expect(await page.evaluate(() => (globalThis as unknown as { gaps: number }).gaps)).toBe(0);
  expect(await below.count()).toBeGreaterThanOrEqual(open);
  expect(await placeOf(page, /江西.*2025|2025.*(Conference|会议|大会)/)).toBe(place);
  await leave(page);
});

test('what was never drawn cannot be pinned, and that is said', async () => {
  const page = await visit(`${around}&view=table&sel=${university}`);
  await settled(page);
  expect(await page.getByRole('button', { name: 'Pin', exact: true }).isDisabled()).toBe(true);
  await page.locator('.inspector').getByText('open the graph first').waitFor();
  await page.getByRole('treeitem').first().focus();
  await page.keyboard.press('p');
  await page.locator('p.crowd').getByText('open the graph first').waitFor();
  expect(page.url()).not.toContain('pin=');
  await page.getByRole('tab', { name: 'Graph' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await page.waitForURL(/pin=/);
  await leave(page);
});

test('a hand that trembles selects, and only a drag pins', async () => {
  const page = await visit(`/explore?of=${university}`);
  await settled(page);
  const frame = (await page.locator('.canvas-frame').boundingBox())!;
  let at: [number, number] | undefined;
  for (let r = 0; r < 200 && !at; r += 8) {
    for (let a = 0; a < 6.28 && !at; a += 0.6) {
      const here: [number, number] = [frame.x + frame.width / 2 + r * Math.cos(a), frame.y + frame.height / 2 + r * Math.sin(a)];
      await page.mouse.click(...here);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      if ((await page.locator('[role=treeitem][aria-selected=true]').count()) > 0) at = here;
    }
  }
  await page.waitForTimeout(400); // no double click
  await page.mouse.move(...at!);
  await page.mouse.down();
  await page.mouse.move(at![0] + 1, at![1] + 1);
  await page.mouse.up();
  await page.waitForTimeout(400);
  expect(page.url()).not.toContain('pin=');
  expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  expect(selected(page)).toBe(1);
  await page.mouse.move(...at!);
  await page.mouse.down();
  await page.mouse.move(at![0] + 20, at![1] + 10);
  await page.mouse.move(at![0] + 40, at![1] + 20);
  await page.mouse.up();
  await page.waitForURL(/pin=/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL((url) => !url.searchParams.has('pin'));
  await leave(page);
});

test('a layout that is pressed already is no step, and what can be undone outlasts another page', async () => {
  const page = await visit(around);
  await settled(page);
  const whole = await counts(page);
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).click();
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.waitForURL(/hide=/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL((url) => !url.searchParams.has('hide'));
  await page.getByRole('button', { name: 'Free' }).click();
  expect(await page.getByRole('button', { name: 'Redo' }).isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.waitForURL(/hide=/);

  await page.getByRole('treeitem').first().click();
  await page.waitForURL(/sel=/);
  await page.getByRole('link', { name: 'Open its page' }).click();
  await page.waitForURL(/\/entity\//);
  await page.goBack();
  await page.waitForURL(/\/explore\?/);
  await settled(page);
  expect(await counts(page)).toBe(whole - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL((url) => !url.searchParams.has('hide'));
  expect(await counts(page)).toBe(whole);
  await leave(page);
});

test('layouts that are interrupted by hiding and by undoing end, with every node in its own place', async () => {
  const page = await visit(around, { reducedMotion: 'no-preference' });
  await page.locator('.canvas-frame').waitFor();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('treeitem', { name: /2025 International Conference/ }).focus();
  await page.keyboard.press('h');
  await page.waitForURL(/hide=/);
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('treeitem').first().focus();
  await page.keyboard.press('p');
  await page.waitForURL(/pin=/);
  const pin = new URL(page.url()).searchParams.get('pin');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await settled(page);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await page.waitForURL(/pin=/);
  await settled(page);
  expect(new URL(page.url()).searchParams.get('pin')).toBe(pin);
  await leave(page);
});
