// Lifts what is selected and what it is tied to; the rest steps back. Without a selection nothing is computed for each node.
import type Sigma from 'sigma';

import type { Inks } from './drawLabel';
import type { Drawn, DrawnTie } from './picture';

const fewNear = 12; // as many names beside the selection can be read

/** Shades a picture. */
export function shade(sigma: Sigma<Drawn, DrawnTie>, chosen: ReadonlySet<string>, grouped: boolean, { ink, edge, faint }: Inks) {
  const graph = sigma.getGraph();
  const some = chosen.size > 0;
  const near = new Set([...chosen].flatMap((id) => (graph.hasNode(id) ? graph.neighbors(id) : [])));
  const named = near.size <= fewNear;
  sigma.setSettings({
    defaultEdgeColor: edge,
    renderEdgeLabels: grouped || (some && named),
    nodeReducer: some
      ? (id, node) => {
          if (chosen.has(id)) return { ...node, highlighted: chosen.size <= fewNear, chosen: true, zIndex: 2 };
          return near.has(id) ? { ...node, zIndex: 1, forceLabel: named } : { ...node, label: null, color: faint };
        }
      : null,
    edgeReducer: some
      ? (key, tie) => {
          const [a, b] = graph.extremities(key);
          const lit = chosen.has(a) || chosen.has(b);
          return { ...tie, color: lit ? ink : faint, label: lit && named ? tie.name : tie.label, zIndex: lit ? 1 : 0 };
        }
      : null,
  });
}
