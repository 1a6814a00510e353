// The shapes of kinds as paths of SVG, in a square of 16 by 16: beside names, and in pictures to take along. The canvas
// draws the same by a shader (views/explore/ShapeProgram.ts).
import type { Shape } from './kinds';

/** A shape: its path, and whether only its outline is drawn. */
export interface Outline {
  path: string;
  hollow?: true;
}

/** How wide the line of a hollow shape is. */
export const hollowLine = 2.4;

const polygon = (points: readonly (readonly [number, number])[]) => `M${points.map(([x, y]) => `${+x.toFixed(2)} ${+y.toFixed(2)}`).join('L')}Z`;
const turned = (n: number, radius: (i: number) => number, middle = 8) =>
  polygon(
    Array.from({ length: n }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / n;
      return [8 + radius(i) * Math.sin(angle), middle - radius(i) * Math.cos(angle)];
    }),
  );
const circle = (r: number) => `M${8 - r} 8a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const box = (half: number, tall = half) => polygon([[8 - half, 8 - tall], [8 + half, 8 - tall], [8 + half, 8 + tall], [8 - half, 8 + tall]]); // prettier-ignore

const arms: [number, number][] = [
  [-2, -7], [2, -7], [2, -2], [7, -2], [7, 2], [2, 2], [2, 7], [-2, 7], [-2, 2], [-7, 2], [-7, -2], [-2, -2],
]; // prettier-ignore
const arm = Math.SQRT1_2;

/** The path of every shape. */
export const outlines: Record<Shape, Outline> = {
  circle: { path: circle(6.6) },
  square: { path: box(6) },
  diamond: { path: turned(4, () => 8) },
  triangle: { path: polygon([[8, 1], [15.4, 14], [0.6, 14]]) }, // prettier-ignore
  nabla: { path: polygon([[8, 15], [15.4, 2], [0.6, 2]]) }, // prettier-ignore
  pentagon: { path: turned(5, () => 7.8) },
  hexagon: { path: turned(6, () => 7.8) },
  star: { path: turned(10, (i) => (i % 2 ? 3.4 : 8), 8.6) },
  cross: { path: polygon(arms.map(([x, y]) => [8 + x, 8 + y])) },
  saltire: { path: polygon(arms.map(([x, y]) => [8 + (x - y) * arm, 8 + (x + y) * arm])) },
  ring: { path: circle(5.4), hollow: true },
  frame: { path: box(5), hollow: true },
  lozenge: { path: turned(4, () => 6.6), hollow: true },
  nut: { path: turned(6, () => 6.4), hollow: true },
  bar: { path: box(7, 3) },
};
