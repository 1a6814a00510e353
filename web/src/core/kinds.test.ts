// Tests that the kinds and the groups can be told apart: by shape, and by colour as it looks to those who lack the cones for
// red (protanopia) or for green (deuteranopia).
import { expect, test } from 'vitest';

import { groupColours, kinds, looks } from './kinds';
import { outlines } from './shapes';

type Three = [number, number, number];

// Machado, Oliveira and Fernandes 2009, at full severity, for linear RGB.
const sights: Record<string, Three[]> = {
  trichromacy: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
}; // prettier-ignore

const pages = { light: ['#ffffff', '#f7f5f0'], dark: ['#1b1d20', '#131416'] };

function linear(hex: string): Three {
  return [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Three;
}

const times = (matrix: Three[], [r, g, b]: Three) => matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as Three;

/** Björn Ottosson's OKLab, in which equal distances look about equal: 0.02 is just seen side by side. */
function oklab(rgb: Three): Three {
  const cones = times(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]],
    rgb.map((c) => Math.min(1, Math.max(0, c))) as Three,
  ).map(Math.cbrt) as Three; // prettier-ignore
  return times(
    [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]],
    cones,
  ); // prettier-ignore
}

function seen(hex: string, sight: string): Three {
  return oklab(times(sights[sight]!, linear(hex)));
}

function contrast(a: string, b: string): number {
  const [x, y] = [a, b].map((hex) => times([[0.2126, 0.7152, 0.0722], [0, 0, 0], [0, 0, 0]], linear(hex))[0] + 0.05) as [number, number]; // prettier-ignore
  return Math.max(x, y) / Math.min(x, y);
}

const nearest = (colours: readonly string[], sight: string) => {
  const points = colours.map((hex) => seen(hex, sight));
  let least = { distance: Infinity, pair: '' };
  points.forEach((p, i) =>
    points.slice(0, i).forEach((q, j) => {
      const distance = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
      if (distance < least.distance) least = { distance, pair: `${colours[i]} ${colours[j]}` };
    }),
  );
  return least;
};

for (const theme of ['light', 'dark'] as const) {
  for (const sight of Object.keys(sights)) {
    test(`kinds and groups have colours of their own: ${theme}, ${sight}`, () => {
      const { distance, pair } = nearest(kinds.map((kind) => looks[kind][theme]), sight);
      expect(distance, pair).toBeGreaterThan(0.06);
      const groups = nearest(groupColours[theme], sight);
      expect(groups.distance, groups.pair).toBeGreaterThan(0.06);
    });
  }

  test(`every colour holds 3:1 against the page: ${theme}`, () => {
    for (const colour of [...kinds.map((kind) => looks[kind][theme]), ...groupColours[theme]]) {
      for (const page of pages[theme]) expect(contrast(colour, page), `${colour} on ${page}`).toBeGreaterThan(3);
    }
  });
}

test('no two kinds have one shape, and each shape can be drawn', () => {
  const shapes = kinds.map((kind) => looks[kind].shape);
  expect(new Set(shapes).size).toBe(kinds.length);
  expect(new Set(shapes.map((shape) => outlines[shape].path + outlines[shape].hollow)).size).toBe(kinds.length);
});
