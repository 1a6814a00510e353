// Arranges the graph by ForceAtlas2 beside the page's own thread. The library's own worker is made from a blob, which the
// server's Content-Security-Policy refuses; this one is a file. It stops by itself when little moves.
import helpers from 'graphology-layout-forceatlas2/helpers.js';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import defaults from 'graphology-layout-forceatlas2/defaults.js';

import { perEdge, perNode, type Arrange, type Arranged } from './layout';

const steps = 10; // iterations between two pictures
const most = 600;

let run = 0;

addEventListener('message', ({ data }: MessageEvent<Arrange>) => {
  run++;
  arrange(run, data);
});

/** Iterates until little moves, or a newer question comes. */
function arrange(own: number, { round, nodes, edges }: Arrange) {
  const order = nodes.length / perNode;
  if (order === 0) return; // it was only told to stop
  const settings = helpers.assign({}, defaults, {
    barnesHutOptimize: order > 1000,
    strongGravityMode: false,
    gravity: 0.6,
    scalingRatio: 12,
    slowDown: 1 + Math.log(order + 1),
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0,
  });
  let done = 0;
  const next = () => {
    if (own !== run) return;
    const before = positions(nodes);
    for (let i = 0; i < steps; i++) iterate(settings, nodes, edges);
    done += steps;
    const after = positions(nodes);
    const still = movement(before, after) < 0.002 * extent(after);
    const last = still || done >= most || edges.length / perEdge === 0;
    postMessage({ round, positions: after, last } satisfies Arranged);
    if (!last) setTimeout(next);
  };
  next();
}

function positions(nodes: Float32Array): Float32Array {
  const out = new Float32Array((nodes.length / perNode) * 2);
  for (let i = 0, j = 0; i < nodes.length; i += perNode) {
    out[j++] = nodes[i]!;
    out[j++] = nodes[i + 1]!;
  }
  return out;
}

/** How far the farthest went in one iteration. */
function movement(a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i += 2) most = Math.max(most, Math.hypot(b[i]! - a[i]!, b[i + 1]! - a[i + 1]!));
  return most / steps;
}

/** How large the picture is. */
function extent(a: Float32Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const n of a) [low, high] = [Math.min(low, n), Math.max(high, n)];
  return Math.max(high - low, 1);
}
