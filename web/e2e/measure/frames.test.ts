// Measures how many frames a second the canvas keeps while it is dragged, against a bare sigma page with the same graph in
// the same browser, asked in turn; and the longest task of the page's own thread while the layout runs.
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, inject, test } from 'vitest';

import { leave, visit } from '../browser';
import { hub, synthesize } from '../synthetic';
import { record, table } from './record';

const sizes = [1_000, 5_000, 10_000];
const rounds = 3;
const seconds = 3;
const arranged = 10; // seconds of layout that are watched

type Visit = Awaited<ReturnType<typeof visit>>;
let script = '';

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'e2e/measure/bare.ts', formats: ['iife'], name: 'bare', fileName: 'bare' } },
  })) as Rolldown.RolldownOutput[];
  script = built[0]!.output[0].code;
});

/** The explorer with a graph of so many nodes, at rest. */
async function ours(nodes: number): Promise<Visit> {
  const page = await visit('/schema.graphql', { reducedMotion: 'no-preference' });
  await synthesize(page, nodes);
  await page.goto(new URL(`/explore?of=${hub}&layout=rings&from=${hub}`, page.url()).href);
  await page.locator('[data-arranging=false] .canvas-frame canvas').first().waitFor({ timeout: 120_000 });
  return page;
}

/** The bare page with the same. */
async function bare(nodes: number, { width, height }: { width: number; height: number }): Promise<Visit> {
  const page = await visit('/schema.graphql', { reducedMotion: 'no-preference' });
  await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><body><script>${script}</script>` }));
  await page.goto(`${inject('url')}/bare`);
  await page.evaluate(([n, w, h]) => (globalThis as unknown as { drawBare(...of: number[]): void }).drawBare(n!, w!, h!), [nodes, width, height]);
  return page;
}

/** Drags the picture for some seconds, a little each frame, and counts the frames of a second. */
function framesWhileDragging(page: Visit): Promise<number> {
  return page.evaluate(async (time) => {
    const frame = document.querySelector('.canvas-frame')!;
    const captor = [...frame.querySelectorAll('canvas')].at(-1)!;
    const { left, top, width, height } = frame.getBoundingClientRect();
    const at = (n: number) => ({
      clientX: left + width / 2 + 60 * Math.sin(n / 9),
      clientY: top + 8 + height / 8 + 20 * Math.cos(n / 7),
      bubbles: true,
      view: window,
    });
    captor.dispatchEvent(new MouseEvent('mousedown', at(0)));
    const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await next();
    const begun = performance.now();
    let frames = 0;
    while (performance.now() - begun < time * 1000) {
      document.dispatchEvent(new MouseEvent('mousemove', at(++frames)));
      await next();
    }
    const took = performance.now() - begun;
    document.dispatchEvent(new MouseEvent('mouseup', at(frames)));
    return (frames * 1000) / took;
  }, seconds);
}

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!;

test('frames a second while the picture is dragged', async () => {
  const rows: string[][] = [];
  for (const nodes of sizes) {
    const explorer = await ours(nodes);
    const size = (await explorer.locator('.canvas-frame').boundingBox())!;
    const sigma = await bare(nodes, size);
    const seen: { here: number; there: number }[] = [];
    for (let i = 0; i <= rounds; i++) {
      await sigma.bringToFront();
      const there = await framesWhileDragging(sigma);
      await explorer.bringToFront();
      const here = await framesWhileDragging(explorer);
      if (i > 0) seen.push({ here, there }); // the first round warms both
    }
    await leave(explorer);
    await leave(sigma);
    const ratios = seen.map(({ here, there }) => here / there);
    expect(Math.min(...ratios), 'both were drawn').toBeGreaterThan(0);
    rows.push([
      String(nodes),
      median(seen.map(({ here }) => here)).toFixed(1),
      median(seen.map(({ there }) => there)).toFixed(1),
      median(ratios).toFixed(2),
      `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
    ]);
  }
  record(
    'Frames while dragging',
    `The canvas against a page that holds sigma and the same graph, with sigma's own settings, in a frame of the same size; ${rounds} rounds of ${seconds} s, in turn. The aim is a ratio of 0.85. The explorer draws more than bare sigma does: a shape for each kind in place of a circle, names with a rim, dashes for what is inferred. Drawn by software that costs most where the ties of the graph, which both draw alike, cost least.\n\n` +
      table(['nodes', 'explorer, frames a second', 'bare sigma', 'ratio, median', 'ratios seen'], rows),
  );
});

test('the longest task while the layout runs', async () => {
  const rows: string[][] = [];
  for (const nodes of sizes) {
    const page = await visit('/schema.graphql', { reducedMotion: 'no-preference' });
    await page.addInitScript(() => {
      const tasks: { start: number; took: number }[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ startTime, duration }) => tasks.push({ start: startTime, took: duration })),
      ).observe({ type: 'longtask', buffered: true });
    });
    await synthesize(page, nodes);
    await page.goto(new URL(`/explore?of=${hub}`, page.url()).href);
    await page.locator('.canvas-frame canvas').first().waitFor({ timeout: 120_000 });
    await page.waitForTimeout(1000); // the first picture is drawn
    const longest = await page.evaluate(async (time) => {
      const { tasks } = globalThis as unknown as { tasks: { start: number; took: number }[] };
      const begun = performance.now();
      await new Promise((resolve) => setTimeout(resolve, time * 1000));
      const own = tasks.filter(({ start }) => start >= begun).map(({ took }) => took);
      return { longest: Math.max(0, ...own), count: own.length };
    }, arranged);
    await leave(page);
    rows.push([String(nodes), `${Math.round(longest.longest)} ms`, String(longest.count)]);
  }
  record(
    'The longest task while the layout runs',
    `Of the page's own thread, in ${arranged} s after the first picture; the forces are computed in a worker. A task is long from 50 ms on.\n\n` +
      table(['nodes', 'longest task', 'long tasks'], rows),
  );
});
