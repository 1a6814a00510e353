// Tests the picture as SVG.
import { expect, test } from 'vitest';

import { asSVG, type Drawing } from './picture';

const drawing: Drawing = {
  width: 400,
  height: 300,
  page: '#ffffff',
  ink: '#1c1b19',
  accent: '#a3341f',
  hulls: [{ label: 'China (2)', colour: '#0b62a4', path: 'M0 0L1 1Z', at: [10, 10] }],
  edges: [
    { from: [10, 10], to: [100, 100], width: 1, colour: '#b9b3a8', label: 'Led by ×2', arrow: 9 },
    { from: [-90, -90], to: [-10, -10], width: 1, colour: '#b9b3a8' },
  ],
  nodes: [
    { at: [10, 10], radius: 8, shape: 'circle', colour: '#0b62a4', label: 'A <b> & "c"\u0000', chosen: true },
    { at: [390, 100], radius: 8, shape: 'ring', colour: '#0b62a4', label: '江西财经大学', chosen: false },
    { at: [900, 100], radius: 8, shape: 'square', colour: '#b34700', label: 'out of sight', chosen: false },
  ],
  legend: [
    { shape: 'circle', colour: '#0b62a4', name: 'Institution' },
    { shape: 'ring', colour: '#0b62a4', name: 'Country' },
  ],
  title: 'Around A & B',
  link: 'http://localhost/explore?of=a&of=b',
};

test('names are text, escaped, and what is out of sight is left out', () => {
  const svg = asSVG(drawing);
  expect(svg).toContain('>A &lt;b&gt; &amp; &quot;c&quot;</text>');
  expect(svg).toContain('江西财经大学</text>');
  expect(svg).not.toContain('out of sight');
  expect(svg.match(/<line /g)).toHaveLength(1);
  expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
  expect(svg).not.toMatch(/NaN|undefined/);
});

test('what is merely inferred is dashed', () => {
  const dashes = (dashed: boolean) => asSVG({ ...drawing, edges: drawing.edges.map((edge) => ({ ...edge, dashed })) }).match(/stroke-dasharray/g)?.length;
  expect([dashes(true), dashes(false)]).toEqual([1, undefined]);
});

test('legend, groups, arrows, the selection and the link are in it', () => {
  const svg = asSVG(drawing);
  expect(svg).toContain('>Country</text>');
  expect(svg).toContain('>China (2)</text>');
  expect(svg).toContain('class="arrow"');
  expect(svg).toContain('>Led by ×2</text>');
  expect(svg).toContain(`r="12" fill="none" stroke="${drawing.accent}"`);
  expect(svg).toContain('Around A &amp; B · http://localhost/explore?of=a&amp;of=b</text>');
});

test('a name at the right edge stands left of its node', () => {
  expect(asSVG(drawing)).toMatch(/<text x="378" y="104.5" text-anchor="end">江/);
});

test('the legend goes on below where the picture is narrow', () => {
  const heights = [400, 150].map((width) => Number(/height="(\d+)"/.exec(asSVG({ ...drawing, width }))![1]));
  expect(heights[1]! - heights[0]!).toBe(22);
});
