// The outline of some points, with room around them: what is drawn around the members of a group.
import type { Position } from './exploration/exploration';

/** The convex hull of points, in order around it (Andrew's monotone chain). */
export function hull(points: readonly Position[]): Position[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const half = (way: readonly Position[]) => {
    const chain: Position[] = [];
    for (const p of way) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** A path around points in SVG's words: their hull, grown by a radius and round at its corners. */
export function hullPath(points: readonly Position[], radius: number): string {
  const corners = hull(points);
  const at = ([x, y]: Position, angle: number) => `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`;
  if (corners.length < 2) corners.push(...corners.map(([x, y]): Position => [x + 0.01, y]));
  const parts = corners.map((corner, i) => {
    const [before, after] = [corners.at(i - 1)!, corners[(i + 1) % corners.length]!];
    const [into, out] = [normal(before, corner), normal(corner, after)];
    return `${i === 0 ? 'M' : 'L'}${at(corner, into)}A${radius} ${radius} 0 0 1 ${at(corner, out)}`;
  });
  return `${parts.join('')}Z`;
}

/** The direction that leads out of the hull from an edge of it. */
function normal(a: Position, b: Position): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]) - Math.PI / 2;
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
