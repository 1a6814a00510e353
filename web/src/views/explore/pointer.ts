// Opens sigma in a frame, and gives what the pointer does there to the page: a click selects, a double click expands, a drag
// moves, and a drag with the shift key draws a box around what is to be selected.
import Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';

import type { Position } from '../../core/exploration/exploration';
import { DashedProgram } from './DashedProgram';
import { isDrag } from './drag';
import type { Drawn, DrawnTie, Picture } from './picture';
import { ShapeProgram } from './ShapeProgram';

/** What came of the pointer. */
export interface Deeds {
  select(nodes: readonly string[], more: boolean): void;
  open(node: string): void;
  hold(node: string, at: Position): void;
}

/** Opens sigma. */
export function openSigma(picture: Picture, frame: HTMLElement, deeds: Deeds): Sigma<Drawn, DrawnTie> {
  const sigma = new Sigma<Drawn, DrawnTie>(picture, frame, {
    allowInvalidContainer: true,
    nodeProgramClasses: { shape: ShapeProgram as never },
    edgeProgramClasses: { dashed: DashedProgram as never },
    defaultNodeType: 'shape',
    labelFont: 'system-ui, "Noto Sans CJK SC", sans-serif',
    labelSize: 13,
    labelDensity: 0.6,
    labelGridCellSize: 140,
    labelRenderedSizeThreshold: 5,
    edgeLabelSize: 11,
    zIndex: true,
    stagePadding: 60,
    minCameraRatio: 0.02,
    maxCameraRatio: 5,
  });
  sigma.on('clickNode', ({ node, event }) => deeds.select([node], withMore(event)));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    deeds.open(node);
  });
  sigma.on('clickStage', ({ event }) => !withMore(event) && deeds.select([], false));
  dragNodes(sigma, deeds);
  drawBoxes(sigma, frame, deeds);
  return sigma;
}

function withMore({ original }: MouseCoords | { original: MouseEvent | TouchEvent }): boolean {
  return original.shiftKey || original.ctrlKey || original.metaKey;
}

/** Lets nodes be dragged. Where one is dropped, it stays. */
function dragNodes(sigma: Sigma<Drawn, DrawnTie>, deeds: Deeds) {
  const picture = sigma.getGraph();
  let dragged: string | undefined;
  let moved = false;
  let from = { x: 0, y: 0 };
  sigma.on('downNode', ({ node, event: { x, y } }) => {
    dragged = node;
    moved = false;
    from = { x, y };
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (!dragged) return;
    event.preventSigmaDefault();
    event.original.preventDefault();
    moved ||= isDrag(from, event);
    if (!picture.hasNode(dragged)) dragged = undefined; // it was hidden meanwhile
    else if (moved) picture.mergeNodeAttributes(dragged, { ...sigma.viewportToGraph(event), grabbed: true });
  });
  const drop = () => {
    if (dragged && moved && picture.hasNode(dragged)) {
      picture.setNodeAttribute(dragged, 'grabbed', false);
      deeds.hold(dragged, [picture.getNodeAttribute(dragged, 'x'), picture.getNodeAttribute(dragged, 'y')]);
    }
    dragged = undefined;
    sigma.setCustomBBox(null);
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
}

/** Lets boxes be drawn; what lies in one is selected, beside what was. */
function drawBoxes(sigma: Sigma<Drawn, DrawnTie>, frame: HTMLElement, deeds: Deeds) {
  let box: { element: HTMLElement; from: { x: number; y: number }; to: { x: number; y: number } } | undefined;
  sigma.on('downStage', ({ event, preventSigmaDefault }) => {
    if (!(event.original as MouseEvent).shiftKey) return;
    preventSigmaDefault();
    const element = frame.appendChild(Object.assign(document.createElement('div'), { className: 'selection-box' }));
    box = { element, from: { x: event.x, y: event.y }, to: { x: event.x, y: event.y } };
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!box) return;
    preventSigmaDefault();
    event.original.preventDefault();
    box.to = { x: event.x, y: event.y };
    const { left, top, right, bottom } = sides(box);
    Object.assign(box.element.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  });
  const finish = () => {
    if (!box) return;
    const { left, top, right, bottom } = sides(box);
    box.element.remove();
    box = undefined;
    const inside = sigma.getGraph().filterNodes((_, node) => {
      const { x, y } = sigma.graphToViewport(node);
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    if (inside.length > 0) deeds.select(inside, true);
  };
  sigma.on('upStage', finish);
  sigma.on('upNode', finish);
}

function sides({ from, to }: { from: { x: number; y: number }; to: { x: number; y: number } }) {
  return { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), right: Math.max(from.x, to.x), bottom: Math.max(from.y, to.y) };
}
