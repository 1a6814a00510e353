// A graph of any size in the place of the server's answer: for what the dossiers are too small for.
import type { Page } from 'playwright-core';

/** What stands at the middle of the graph. */
export const hub = 'n0';

/** A graph that looks like cooperation does: few have many ties, and every node has a country. */
export function graphOf(nodes: number) {
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const edges: [number, number][] = [];
  for (let i = 1; i < nodes; i++) {
    edges.push([i, draw(3) === 0 || edges.length === 0 ? draw(i) : edges[draw(edges.length)]![draw(2)]!]);
    if (i % 2) edges.push([i, draw(i)]);
  }
  return { nodes, edges };
}

const countries = ['CN', 'AU', 'DE', 'FR', 'BR', 'KE', 'IN', 'JP', 'US', 'NL', 'PL', 'EG'];

/** The same as the answer to Neighbourhood. */
function answer({ nodes, edges }: ReturnType<typeof graphOf>) {
  const country = (i: number) => ({ __typename: 'Country', code: countries[i % countries.length], label: `Country ${countries[i % countries.length]}` });
  return {
    data: {
      neighbourhood: {
        __typename: 'Subgraph',
        nodes: Array.from({ length: nodes }, (_, i) =>
          i % 3 === 0
            ? { __typename: 'Institution', id: `n${i}`, label: `University of Number ${i}`, institutionKind: 'UNIVERSITY', country: country(i) }
            : { __typename: i % 3 === 1 ? 'Enterprise' : 'Association', id: `n${i}`, label: `Number ${i} Company`, country: country(i) },
        ),
        relationships: edges.map(([a, b], i) => ({
          __typename: 'Relationship',
          id: `e${i}`,
          type: 'PART_OF',
          from: { __typename: 'Institution', id: `n${a}` },
          to: { __typename: 'Institution', id: `n${b}` },
          properties: {},
          evidence: [],
        })),
        omitted: [],
        truncated: false,
      },
    },
  };
}

/** Has a page be given a graph of so many nodes, whatever it explores. */
export async function synthesize(page: Page, nodes: number) {
  const body = JSON.stringify(answer(graphOf(nodes)));
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Neighbourhood') ? route.fulfill({ contentType: 'application/json', body }) : route.fallback(),
  );
}
