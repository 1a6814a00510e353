// Keeps the graph that sigma draws in step with the scene: what was there stays where it is, what comes begins beside what
// it is tied to, or where the group stood that was opened.
import Graph from 'graphology';

import { directions } from '../../core/around';
import { beside, type Neighbours } from '../../core/arrange';
import { isInferred } from '../../core/download/shown';
import type { Exploration, Position } from '../../core/exploration/exploration';
import type { Tie } from '../../core/exploration/network';
import { groupNode, mostNodes, type Scene, type SceneNode } from '../../core/exploration/scene';
import { looks, type Shape } from '../../core/kinds';
import type { LayoutNode } from '../../core/layout';
import type { RelationshipPart } from '../../core/types';

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
  /** Whether the pointer drags it now. */
  grabbed?: boolean;
}

/** What sigma knows of an edge, which stands for all relationships of two nodes. */
export interface DrawnTie {
  type: 'line' | 'arrow' | 'dashed';
  size: number;
  /** What it is called where there is room for that. */
  name: string;
  /** What always stands at it. */
  label: string;
  forceLabel: boolean;
}

/** The graph that is drawn. */
export type Picture = Graph<Drawn, DrawnTie>;

/** An empty picture. */
export function emptyPicture(): Picture {
  return new Graph<Drawn, DrawnTie>({ type: 'undirected', multi: false });
}

/** Brings the picture up to the scene; gives the ids that are new in it. */
export function update(picture: Picture, scene: Scene, e: Exploration, dark: boolean, name: (types: string[]) => string): string[] {
  const before = positions(picture);
  const nodes = [...scene.nodes.values()].slice(0, mostNodes);
  const there = new Set(nodes.map(({ id }) => id));
  picture.forEachEdge((key) => picture.dropEdge(key));
  picture.forEachNode((id) => !there.has(id) && picture.dropNode(id));

  const ties = scene.ties.filter(({ a, b }) => a !== b && there.has(a) && there.has(b));
  const neighbours = neighboursOf(nodes, ties);
  const begun = new Set(e.of);
  const shrink = Math.min(1, Math.max(0.35, Math.sqrt(300 / nodes.length)));
  const fresh: string[] = [];
  for (const node of nodes) {
    const drawn = { ...look(node, dark), size: sizeOf(node, begun, neighbours) * shrink, label: node.label, pinned: node.id in e.pinned };
    if (picture.hasNode(node.id)) picture.mergeNodeAttributes(node.id, drawn);
    else {
      picture.addNode(node.id, { ...drawn, x: 0, y: 0 });
      fresh.push(node.id);
    }
  }
  place(picture, fresh, before, scene, neighbours);
  putPinned(picture, e);
  for (const tie of ties) addTie(picture, tie, scene, name);
  return fresh;
}

/** Brings what is pinned alone up to date; says whether anything is pinned, or let go, that was not. */
export function repin(picture: Picture, e: Exploration): boolean {
  const loose = picture.filterNodes((id, { pinned }) => pinned && !(id in e.pinned));
  for (const id of loose) picture.setNodeAttribute(id, 'pinned', false);
  return putPinned(picture, e) || loose.length > 0;
}

/** Puts what is pinned where it is pinned; says whether something was not. */
function putPinned(picture: Picture, e: Exploration): boolean {
  let changed = false;
  for (const [id, [x, y]] of Object.entries(e.pinned)) {
    if (!picture.hasNode(id)) continue;
    const there = picture.getNodeAttributes(id);
    if (there.pinned && there.x === x && there.y === y) continue;
    picture.mergeNodeAttributes(id, { x, y, pinned: true });
    changed = true;
  }
  return changed;
}

/** Takes what the layout found, for the nodes that are there still. What is pinned or dragged meanwhile stays. */
export function settle(picture: Picture, ids: readonly string[], positions: Float32Array) {
  const at = new Map(ids.map((id, i) => [id, i * 2]));
  picture.updateEachNodeAttributes(
    (id, node) => {
      const i = at.get(id);
      return i === undefined || node.pinned || node.grabbed ? node : { ...node, x: positions[i]!, y: positions[i + 1]! };
    },
    { attributes: ['x', 'y'] },
  );
}

/** Gives what is new a place: of a group just closed, the middle of its members; of one just opened, around where it stood;
 * beside a neighbour; or on a spiral, so that one address gives one picture. */
function place(picture: Picture, fresh: readonly string[], before: ReadonlyMap<string, Position>, scene: Scene, neighbours: Neighbours) {
  const middle = mean([...before.values()]) ?? [0, 0];
  const fans = new Map<string, { anchor: Position; ids: string[] }>();
  fresh.forEach((id, i) => {
    const members = mean((scene.nodes.get(id)!.group?.members ?? []).map((member) => before.get(member)).filter((at) => at !== undefined));
    const left = before.get(groupNode(scene.groupOf.get(id)?.key ?? ''));
    const tied = neighbours.get(id)!.find((other) => before.has(other));
    if (members) return move(picture, id, members);
    if (!left && !tied) return move(picture, id, spiral(i));
    const key = left ? groupNode(scene.groupOf.get(id)!.key) : tied!;
    const fan = fans.get(key) ?? { anchor: left ?? before.get(tied!)!, ids: [] };
    fan.ids.push(id);
    fans.set(key, fan);
  });
  for (const [key, { anchor, ids }] of fans) {
    const out = picture.hasNode(key) ? middle : anchor;
    ids.forEach((id, i) => move(picture, id, beside(anchor, out, i, ids.length)));
  }
}

function move(picture: Picture, id: string, [x, y]: Position) {
  picture.mergeNodeAttributes(id, { x, y });
}

function spiral(n: number): Position {
  const [radius, angle] = [4 + Math.sqrt(n), n * 2.39996];
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function mean(of: readonly Position[]): Position | undefined {
  if (of.length === 0) return undefined;
  return [of.reduce((sum, [x]) => sum + x, 0) / of.length, of.reduce((sum, [, y]) => sum + y, 0) / of.length];
}

function positions(picture: Picture): Map<string, Position> {
  return new Map(picture.mapNodes((id, { x, y }) => [id, [x, y]]));
}

function neighboursOf(nodes: readonly SceneNode[], ties: readonly Tie[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { a, b } of ties) {
    neighbours.get(a)!.push(b);
    neighbours.get(b)!.push(a);
  }
  return neighbours;
}

/** Who is tied to whom in a picture. */
export function neighboursIn(picture: Picture): Neighbours {
  return new Map(picture.mapNodes((id) => [id, picture.neighbors(id)]));
}

function sizeOf({ id, group }: SceneNode, begun: ReadonlySet<string>, neighbours: Neighbours): number {
  if (group) return Math.min(12 + Math.sqrt(group.members.length) * 1.5, 34);
  return begun.has(id) ? 13 : Math.min(7 + Math.sqrt(neighbours.get(id)!.length), 12);
}

function look({ kind }: SceneNode, dark: boolean): { color: string; shape: Shape } {
  return { color: dark ? looks[kind].dark : looks[kind].light, shape: looks[kind].shape };
}

/** Draws a tie: dashed where all of it is merely inferred, with a count where it ends at a closed group, with an arrow where
 * its kinds do not tell which way it goes. */
function addTie(picture: Picture, { key, a, b, relationships }: Tie, scene: Scene, name: (types: string[]) => string) {
  const grouped = !!(scene.nodes.get(a)!.group ?? scene.nodes.get(b)!.group);
  const way = grouped ? undefined : wayOf(relationships, scene);
  const [from, to] = way === b ? [b, a] : [a, b];
  picture.addEdgeWithKey(key, from, to, {
    type: relationships.every(isInferred) ? 'dashed' : way ? 'arrow' : 'line',
    size: grouped ? 1 + Math.min(Math.log2(relationships.length), 6) : 1 + Math.min(relationships.length - 1, 4),
    name: name(relationships.map(({ type }) => type)),
    label: grouped && relationships.length > 1 ? `×${relationships.length}` : '',
    forceLabel: grouped && relationships.length > 1,
  });
}

/** Where a tie begins, if its relationships all go one way and either end could have been the beginning. */
function wayOf(relationships: readonly RelationshipPart[], scene: Scene): string | undefined {
  const told = relationships.filter(({ type, from, to }) => {
    const [start, end] = [scene.nodes.get(from.id)!.kind, scene.nodes.get(to.id)!.kind];
    return type !== 'STATES' && directions(start, type).includes('in') && directions(end, type).includes('out');
  });
  const from = told[0]?.from.id;
  return told.every((one) => one.from.id === from) ? from : undefined;
}

/** The picture as the layout takes it. What is held stays where it is. The members of an open group are drawn together, by a
 * node that nobody sees; those come last. */
export function forLayout(picture: Picture, scene: Scene, held: (id: string) => boolean) {
  const ids = picture.nodes();
  const at = new Map(ids.map((id, i) => [id, i]));
  const nodes: LayoutNode[] = ids.map((id) => {
    const { x, y, size } = picture.getNodeAttributes(id);
    return { x, y, size, fixed: held(id) };
  });
  const edges = picture.mapEdges((_, __, a, b): [number, number] => [at.get(a)!, at.get(b)!]);
  for (const { members, closed } of scene.groups) {
    const own = closed ? [] : members.filter((id) => at.has(id));
    const middle = mean(own.map((id) => [nodes[at.get(id)!]!.x, nodes[at.get(id)!]!.y]));
    if (!middle) continue;
    for (const id of own) edges.push([at.get(id)!, nodes.length]);
    nodes.push({ x: middle[0], y: middle[1], size: 10, fixed: false });
  }
  return { ids, nodes, edges };
}
