// The page's end of the layout: it sends the graph to the worker and gives the positions back, picture by picture.

/** Numbers a node and an edge take in the matrices of ForceAtlas2. */
export const perNode = 10;
export const perEdge = 3;

/** What the worker is asked. */
export interface Arrange {
  round: number;
  nodes: Float32Array;
  edges: Float32Array;
}

/** What it answers: x and y of each node, and whether that is the end. */
export interface Arranged {
  round: number;
  positions: Float32Array;
  last: boolean;
}

/** A node as the layout sees it. */
export interface LayoutNode {
  x: number;
  y: number;
  size: number;
  fixed: boolean;
}

/** The matrices of ForceAtlas2 for a graph whose edges name nodes by their place in the list. */
export function matrices(nodes: readonly LayoutNode[], edges: readonly (readonly [number, number])[]): Omit<Arrange, 'round'> {
  const n = new Float32Array(nodes.length * perNode);
  nodes.forEach(({ x, y, size, fixed }, i) => {
    n.set([x, y, 0, 0, 0, 0, 1, 1, size, fixed ? 1 : 0], i * perNode);
  });
  const e = new Float32Array(edges.length * perEdge);
  edges.forEach(([from, to], i) => {
    e.set([from * perNode, to * perNode, 1], i * perEdge);
    n[from * perNode + 6]! += 1; // the mass is one, and one for each edge
    n[to * perNode + 6]! += 1;
  });
  return { nodes: n, edges: e };
}

/** A layout that runs beside the page. */
export class Layout {
  private readonly worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  private round = 0;
  private ids: readonly string[] = [];

  /** `moved` is given the ids of the nodes that were sent, in the order of the positions: the picture may have others by then. */
  constructor(moved: (ids: readonly string[], positions: Float32Array, last: boolean) => void) {
    this.worker.addEventListener('message', ({ data }: MessageEvent<Arranged>) => {
      if (data.round === this.round) moved(this.ids, data.positions, data.last);
    });
  }

  /** Arranges a graph, and forgets the one before. Nodes beyond the ids are nobody's. */
  start(ids: readonly string[], nodes: readonly LayoutNode[], edges: readonly (readonly [number, number])[]) {
    this.ids = ids;
    this.worker.postMessage({ round: ++this.round, ...matrices(nodes, edges) } satisfies Arrange);
  }

  /** Forgets what is being arranged. */
  stop() {
    this.worker.postMessage({ round: ++this.round, ...matrices([], []) } satisfies Arrange);
  }

  /** Ends the worker. */
  end() {
    this.worker.terminate();
  }
}
