// The layouts that are computed at once: rings around an entity, and columns from one entity to another. Both go by
// distance, counted in edges; what cannot be reached comes last.
import type { Position } from './exploration/exploration';

/** Who is tied to whom. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

const gap = 60; // between two rings or columns
const room = 26; // for a node on its ring or in its column

/** The distance of every node that can be reached. */
export function distances(from: string, neighbours: Neighbours): Map<string, number> {
  const found = new Map([[from, 0]]);
  for (const [id, distance] of found) {
    for (const next of neighbours.get(id) ?? []) if (!found.has(next)) found.set(next, distance + 1);
  }
  return found;
}

/** Rings around a node: the first has its neighbours, the second theirs, each beside what it is tied to. */
export function rings(from: string, neighbours: Neighbours): Map<string, Position> {
  const distance = distances(from, neighbours);
  const layers = layersOf(neighbours, (id) => distance.get(id));
  const at = new Map<string, Position>([[from, [0, 0]]]);
  const angles = new Map<string, number>();
  let radius = 0;
  layers.slice(1).forEach((layer) => {
    radius = Math.max(radius + gap, (layer.length * room) / (2 * Math.PI));
    const inner = (id: string) => (neighbours.get(id) ?? []).flatMap((other) => angles.get(other) ?? []);
    const sorted = sortBy(layer, (id) => meanAngle(inner(id)));
    // Where a ring has room, each stands as near to what it is tied to as its order lets it.
    const turn = layer.length === 0 ? 0 : meanAngle(sorted.map((id, i) => meanAngle(inner(id)) - (2 * Math.PI * i) / layer.length));
    sorted.forEach((id, i) => {
      const angle = (2 * Math.PI * i) / layer.length + turn;
      angles.set(id, angle);
      at.set(id, [radius * Math.cos(angle), radius * Math.sin(angle)]);
    });
  });
  return at;
}

/** Columns from left to right: by the distance from one node, or, between two, by how far along a node is from the one to
 * the other. */
export function columns(from: string, to: string | undefined, neighbours: Neighbours): Map<string, Position> {
  const [here, there] = [distances(from, neighbours), to ? distances(to, neighbours) : undefined];
  const length = Math.max(2, here.get(to ?? '') ?? 0);
  const along = (id: string) => {
    const [a, b] = [here.get(id), there?.get(id)];
    if (a === undefined || b === undefined || !here.has(to!)) return a;
    if (a === 0) return 0;
    return b === 0 ? length : Math.min(length - 1, Math.max(1, Math.round((length * a) / (a + b))));
  };
  const layers = layersOf(neighbours, along);
  const heights = new Map<string, number>();
  // Twice there and back, each node goes to the middle of what it is tied to in the column before.
  for (const way of [layers, layers.toReversed(), layers, layers.toReversed(), layers]) {
    let before = new Set<string>();
    for (const layer of way) {
      const tied = (id: string) => (neighbours.get(id) ?? []).flatMap((other) => (before.has(other) ? heights.get(other)! : []));
      const sorted = sortBy(layer, (id) => mean(tied(id)) ?? heights.get(id) ?? 0);
      sorted.forEach((id, i) => heights.set(id, (i - (layer.length - 1) / 2) * room));
      before = new Set(layer);
    }
  }
  const wide = Math.max(gap * 2, ...layers.map((layer) => Math.sqrt(layer.length) * room));
  return new Map(layers.flatMap((layer, x) => layer.map((id): [string, Position] => [id, [x * wide, heights.get(id)!]])));
}

/** Where something new stands: beside what it is tied to, away from the middle, in a fan with what came with it. */
export function beside(anchor: Position, middle: Position, nth: number, of: number): Position {
  const out = Math.atan2(anchor[1] - middle[1], anchor[0] - middle[0]);
  const around = anchor[0] === middle[0] && anchor[1] === middle[1];
  const spread = around ? 2 * Math.PI : Math.min(Math.PI, of * 0.45);
  const angle = out + (of === 1 ? 0 : spread * (nth / (around ? of : of - 1) - 0.5));
  const radius = Math.max(gap, (of * room) / spread);
  return [anchor[0] + radius * Math.cos(angle), anchor[1] + radius * Math.sin(angle)];
}

/** The nodes by layer, in their order; those without one in the last. */
function layersOf(neighbours: Neighbours, layer: (id: string) => number | undefined): string[][] {
  const layers: string[][] = [];
  const last: string[] = [];
  for (const id of neighbours.keys()) {
    const own = layer(id);
    if (own === undefined) last.push(id);
    else (layers[own] ??= []).push(id);
  }
  return [...Array.from(layers, (one) => one ?? []), ...(last.length > 0 ? [last] : [])];
}

function sortBy(ids: readonly string[], value: (id: string) => number): string[] {
  return ids.map((id, i) => [id, value(id), i] as const).sort((a, b) => a[1] - b[1] || a[2] - b[2]).map(([id]) => id);
}

function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

/** The middle of angles, between 0 and a full turn. */
function meanAngle(angles: readonly number[]): number {
  const turn = 2 * Math.PI;
  const angle = Math.atan2(mean(angles.map(Math.sin)) ?? 0, mean(angles.map(Math.cos)) ?? 1);
  return (angle + turn) % turn;
}
