// Keeps the graph that sigma draws in step with the network: what was there stays where it is, what comes begins beside
// what it is tied to.
import Graph from 'graphology';

import type { Exploration } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import { looks, type Shape } from '../../core/kinds';
import type { EntityPart } from '../../core/types';
import type { LayoutNode } from '../../core/layout';

/** What sigma knows of a node. */
export interface Drawn {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  shape: Shape;
  /** Whether the reader pinned it. */
  pinned: boolean;
}

/** What sigma knows of an edge, which stands for all relationships of two entities. */
export interface DrawnTie {
  size: number;
  label: string;
}

/** The graph that is drawn. */
export type Picture = Graph<Drawn, DrawnTie>;

/** An empty picture. */
export function emptyPicture(): Picture {
  return new Graph<Drawn, DrawnTie>({ type: 'undirected', multi: false });
}

/** Brings the picture up to the network; gives the ids that are new in it. */
export function update(
  picture: Picture,
  network: Network,
  { of, pinned }: Exploration,
  dark: boolean,
  name: (types: string[]) => string,
): string[] {
  for (const id of picture.nodes()) if (!network.entities.has(id)) picture.dropNode(id);
  for (const key of picture.edges()) picture.dropEdge(key);

  const degrees = new Map<string, number>();
  const neighbours = new Map<string, string[]>();
  for (const { a, b } of network.ties) {
    for (const [one, other] of [[a, b], [b, a]] as const) {
      degrees.set(one, (degrees.get(one) ?? 0) + 1);
      neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
    }
  }
  const fresh: string[] = [];
  let i = 0;
  for (const [id, entity] of network.entities) {
    i++;
    const size = of.includes(id) ? 13 : Math.min(7 + Math.sqrt(degrees.get(id) ?? 0), 12);
    const drawn = { size, label: entity.label, ...lookOf(entity, dark), pinned: id in pinned };
    if (!picture.hasNode(id)) {
      const beside = neighbours.get(id)?.find((other) => picture.hasNode(other));
      picture.addNode(id, { ...drawn, ...place(i, beside ? picture.getNodeAttributes(beside) : { x: 0, y: 0 }) });
      fresh.push(id);
    } else picture.mergeNodeAttributes(id, drawn);
    const at = pinned[id];
    if (at) picture.mergeNodeAttributes(id, { x: at[0], y: at[1] });
  }
  for (const { key, a, b, relationships } of network.ties) {
    if (a === b) continue;
    const types = relationships.map((r) => r.type);
    picture.addEdgeWithKey(key, a, b, { size: 1 + Math.min(types.length - 1, 4), label: name(types) });
  }
  return fresh;
}

/** Where the nth node begins: on a spiral, so that one address gives one picture. */
function place(n: number, { x, y }: { x: number; y: number }): { x: number; y: number } {
  const [radius, angle] = [4 + Math.sqrt(n), n * 2.39996];
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

function lookOf(entity: EntityPart, dark: boolean): { color: string; shape: Shape } {
  const look = looks[entity.__typename];
  return { color: dark ? look.dark : look.light, shape: look.shape };
}

/** The picture as the layout takes it. What is held stays where it is. */
export function forLayout(picture: Picture, held: (id: string) => boolean): { nodes: LayoutNode[]; edges: [number, number][] } {
  const ids = picture.nodes();
  const at = new Map(ids.map((id, i) => [id, i]));
  const nodes = ids.map((id) => {
    const { x, y, size } = picture.getNodeAttributes(id);
    return { x, y, size, fixed: held(id) };
  });
  const edges = picture.mapEdges((_, __, a, b): [number, number] => [at.get(a)!, at.get(b)!]);
  return { nodes, edges };
}
