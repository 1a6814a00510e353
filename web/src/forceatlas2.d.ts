// The parts of graphology-layout-forceatlas2 that it has no types for.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}
declare module 'graphology-layout-forceatlas2/helpers.js' {
  const helpers: { assign(...objects: object[]): object };
  export default helpers;
}
declare module 'graphology-layout-forceatlas2/defaults.js' {
  const defaults: object;
  export default defaults;
}
