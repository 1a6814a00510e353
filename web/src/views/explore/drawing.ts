// What sigma shows now, as a drawing that can be taken along.
import type { TFunction } from 'i18next';
import type Sigma from 'sigma';

import type { Drawing } from '../../core/download/picture';
import type { Position } from '../../core/exploration/exploration';
import type { Scene } from '../../core/exploration/scene';
import { kinds, looks } from '../../core/kinds';
import { type Inks, shorten } from './drawLabel';
import type { Hulls } from './hulls';
import type { Drawn, DrawnTie } from './picture';

/** The drawing, without its title and link. */
export function drawingOf(sigma: Sigma<Drawn, DrawnTie>, hulls: Hulls, scene: Scene, inks: Inks, dark: boolean, t: TFunction): Omit<Drawing, 'title' | 'link'> {
  const { width, height } = sigma.getDimensions();
  const graph = sigma.getGraph();
  const named = sigma.getNodeDisplayedLabels();
  const edgesNamed = sigma.getSetting('renderEdgeLabels') ? sigma.getEdgeDisplayedLabels() : new Set<string>();
  const at = (id: string): Position => {
    const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!);
    return [x, y];
  };
  const there = new Set([...scene.nodes.values()].map(({ kind }) => kind));
  return {
    width,
    height,
    page: inks.page,
    ink: inks.ink,
    accent: inks.accent,
    hulls: hulls.now(),
    edges: graph.mapEdges((key, { type }, a, b) => {
      const { color, size, label } = sigma.getEdgeDisplayData(key)!;
      return {
        from: at(a),
        to: at(b),
        width: sigma.scaleSize(size),
        colour: color,
        dashed: type === 'dashed',
        arrow: type === 'arrow' ? sigma.scaleSize(sigma.getNodeDisplayData(b)!.size) : undefined,
        label: edgesNamed.has(key) ? (label ?? undefined) : undefined,
      };
    }),
    nodes: graph.mapNodes((id, { shape }) => {
      const data = sigma.getNodeDisplayData(id) as ReturnType<typeof sigma.getNodeDisplayData> & { chosen?: boolean };
      const chosen = data.chosen ?? false;
      const whole = chosen && data.highlighted;
      return {
        at: at(id),
        radius: sigma.scaleSize(data.size),
        shape,
        colour: data.color,
        label: whole ? data.label! : named.has(id) && data.label ? shorten(data.label, width) : undefined,
        chosen,
      };
    }),
    legend: kinds
      .filter((kind) => there.has(kind))
      .map((kind) => ({ shape: looks[kind].shape, colour: looks[kind][dark ? 'dark' : 'light'], name: t(`kind.${kind}`) })),
  };
}
