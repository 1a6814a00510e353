// The graph as a picture, drawn by sigma. It takes nothing that the outline does not offer as well, so that assistive
// technology is sent there.
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Sigma from 'sigma';

import type { Exploration, Position } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import { kinds } from '../../core/kinds';
import { Layout } from '../../core/layout';
import { useDark } from '../../core/theme';
import { Glyph } from '../../parts/Glyph';
import { inks, labelDrawers } from './drawLabel';
import type { Actions } from './Explore';
import { type Drawn, type DrawnTie, emptyPicture, forLayout, update } from './picture';
import { ShapeProgram } from './ShapeProgram';

/** What the page asks of the canvas. */
export interface CanvasHandle {
  /** Where an entity stands. */
  position(id: string): Position | undefined;
}

interface Props {
  ref: React.Ref<CanvasHandle>;
  network: Network;
  exploration: Exploration;
  selected: readonly string[];
  actions: Actions;
  /** An entity was dragged to a place. */
  hold: (id: string, at: Position) => void;
}

/** The picture. */
export function Canvas({ ref, network, exploration, selected, actions, hold }: Props) {
  const { t } = useTranslation();
  const dark = useDark();
  const frame = useRef<HTMLDivElement>(null);
  const [picture] = useState(emptyPicture);
  const sigma = useRef<Sigma<Drawn, DrawnTie>>(null);
  const layout = useRef<Layout>(null);
  const [arranging, setArranging] = useState(true);
  const [missing, setMissing] = useState(false);
  const latest = useRef({ selected, actions, hold });
  latest.current = { selected, actions, hold };

  useImperativeHandle(ref, () => ({
    position: (id) => (picture.hasNode(id) ? [picture.getNodeAttribute(id, 'x'), picture.getNodeAttribute(id, 'y')] : undefined),
  }));

  // Sigma and the layout live as long as the canvas.
  useEffect(() => {
    try {
      sigma.current = open(picture, frame.current!, latest);
    } catch {
      setMissing(true);
      return;
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    layout.current = new Layout((positions, last) => {
      if (!last && still) return;
      let i = 0;
      picture.updateEachNodeAttributes((_, node) => ({ ...node, x: positions[i++]!, y: positions[i++]! }), { attributes: ['x', 'y'] });
      if (last) setArranging(false);
    });
    return () => {
      sigma.current?.kill();
      layout.current?.end();
    };
  }, [picture]);

  // What is new is arranged around what was there. The first picture is arranged as a whole.
  useEffect(() => {
    if (missing) return;
    const before = new Set(picture.nodes());
    const name = (types: string[]) => tieLabel(types, t);
    const fresh = update(picture, network, exploration, dark, name);
    if (fresh.length > 0) arrange((id) => before.has(id));
    sigma.current?.refresh();
  }, [picture, network, exploration, dark, missing, t]);

  useEffect(() => {
    if (!sigma.current) return;
    const { label, hover } = labelDrawers(inks[dark ? 'dark' : 'light']);
    sigma.current.setSetting('defaultDrawNodeLabel', label);
    sigma.current.setSetting('defaultDrawNodeHover', hover);
    sigma.current.setSetting('edgeLabelColor', { color: inks[dark ? 'dark' : 'light'].ink });
    shade(sigma.current, selected, dark);
  }, [selected, dark, network]);

  function arrange(held: (id: string) => boolean) {
    if (!layout.current || picture.order === 0) return;
    setArranging(true);
    const { nodes, edges } = forLayout(picture, (id) => held(id) || picture.getNodeAttribute(id, 'pinned'));
    layout.current.start(nodes, edges);
  }

  if (missing) return <p className="state">{t('explore.noWebGL')}</p>;
  const camera = () => sigma.current?.getCamera();
  const present = kinds.filter((kind) => [...network.entities.values()].some((entity) => entity.__typename === kind));
  return (
    <div className="canvas" data-arranging={arranging}>
      <div ref={frame} className="canvas-frame" role="img" aria-label={t('explore.canvas')} />
      <div className="canvas-tools">
        <button onClick={() => void camera()?.animatedZoom()} aria-label={t('explore.zoomIn')}>
          +
        </button>
        <button onClick={() => void camera()?.animatedUnzoom()} aria-label={t('explore.zoomOut')}>
          −
        </button>
        <button onClick={() => void camera()?.animatedReset()}>{t('explore.fit')}</button>
        <button onClick={() => arrange(() => false)}>{t('explore.relayout')}</button>
        {arranging && <span className="muted">{t('explore.arranging')}</span>}
      </div>
      <ul className="legend" aria-label={t('explore.legend')}>
        {present.map((kind) => (
          <li key={kind}>
            <Glyph kind={kind} /> {t(`kind.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What an edge is called: its types, and how many there are of each. */
function tieLabel(types: string[], t: (key: string) => string): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, n]) => t(`tie.${type}.out`) + (n > 1 ? ` ×${n}` : '')).join(', ');
}

type Latest = React.RefObject<{ selected: readonly string[]; actions: Actions; hold: Props['hold'] }>;

/** Opens sigma in a frame, and gives what the pointer does there to the page. */
function open(picture: ReturnType<typeof emptyPicture>, frame: HTMLElement, latest: Latest): Sigma<Drawn, DrawnTie> {
  const sigma = new Sigma<Drawn, DrawnTie>(picture, frame, {
    allowInvalidContainer: true,
    nodeProgramClasses: { shape: ShapeProgram as never },
    defaultNodeType: 'shape',
    labelFont: 'system-ui, "Noto Sans CJK SC", sans-serif',
    labelSize: 13,
    labelDensity: 0.6,
    labelGridCellSize: 140,
    labelRenderedSizeThreshold: 5,
    renderEdgeLabels: true,
    edgeLabelSize: 11,
    zIndex: true,
    stagePadding: 60,
    minCameraRatio: 0.05,
    maxCameraRatio: 5,
  });
  let dragged: string | undefined;
  let moved = false;
  sigma.on('clickNode', ({ node, event }) => {
    const { shiftKey, ctrlKey, metaKey } = event.original as MouseEvent;
    if (!moved) latest.current.actions.select(node, shiftKey || ctrlKey || metaKey);
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    latest.current.actions.expand(node);
  });
  sigma.on('clickStage', () => latest.current.actions.selectAll([]));
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    moved = false;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (!dragged) return;
    moved = true;
    const { x, y } = sigma.viewportToGraph(event);
    picture.mergeNodeAttributes(dragged, { x, y });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = () => {
    if (dragged && moved) latest.current.hold(dragged, [picture.getNodeAttribute(dragged, 'x'), picture.getNodeAttribute(dragged, 'y')]);
    dragged = undefined;
    sigma.setCustomBBox(null);
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
  return sigma;
}

/** Lifts what is selected and what it is tied to; the rest steps back. */
function shade(sigma: Sigma<Drawn, DrawnTie>, selected: readonly string[], dark: boolean) {
  const { ink, edge, faint } = inks[dark ? 'dark' : 'light'];
  const chosen = new Set(selected);
  const graph = sigma.getGraph();
  const near = new Set(selected.flatMap((id) => (graph.hasNode(id) ? graph.neighbors(id) : [])));
  sigma.setSetting('nodeReducer', (id, node) => {
    if (chosen.size === 0) return node;
    if (chosen.has(id)) return { ...node, highlighted: true, chosen: true, zIndex: 2 };
    return near.has(id) ? { ...node, zIndex: 1, forceLabel: near.size <= 12 } : { ...node, label: null, color: faint };
  });
  sigma.setSetting('edgeReducer', (key, tie) => {
    const [a, b] = graph.extremities(key);
    if (chosen.size === 0) return { ...tie, color: edge, label: '' };
    const lit = chosen.has(a) || chosen.has(b);
    return { ...tie, color: lit ? ink : faint, label: lit && near.size <= 12 ? tie.label : '', zIndex: lit ? 1 : 0 };
  });
}
