// The same graph in the same places, drawn by sigma with nothing of ours: what the canvas is compared with.
import Graph from 'graphology';
import Sigma from 'sigma';

import { rings } from '../../src/core/arrange';
import { graphOf, hub } from '../synthetic';

/** Draws a graph of so many nodes in a frame of a size. */
function draw(order: number, width: number, height: number) {
  const frame = document.body.appendChild(document.createElement('div'));
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, position: 'relative' });
  frame.className = 'canvas-frame';
  const { edges } = graphOf(order);
  const graph = new Graph({ type: 'undirected' });
  for (let i = 0; i < order; i++) graph.addNode(`n${i}`, { label: `University of Number ${i}`, size: 4, color: '#186cb5' });
  for (const [a, b] of edges) if (a !== b) graph.mergeEdge(`n${a}`, `n${b}`, { size: 1 });
  const at = rings(hub, new Map(graph.mapNodes((id) => [id, graph.neighbors(id)])));
  graph.updateEachNodeAttributes((id, node) => ({ ...node, x: at.get(id)![0], y: at.get(id)![1] }));
  new Sigma(graph, frame);
}

Object.assign(globalThis, { drawBare: draw });
