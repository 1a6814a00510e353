// The graph as a picture, drawn by sigma. It takes nothing that the outline does not offer as well, so that assistive
// technology is sent there.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type Sigma from 'sigma';

import { columns, rings } from '../../core/arrange';
import { isInferred } from '../../core/download/shown';
import type { Exploration, Position } from '../../core/exploration/exploration';
import { manyNodes, mostNodes, type Scene, standsFor } from '../../core/exploration/scene';
import { kinds } from '../../core/kinds';
import { Layout } from '../../core/layout';
import { usePutPicture } from '../../core/screen';
import { useDark } from '../../core/theme';
import { Glyph } from '../../parts/Glyph';
import { Partial } from '../../parts/States';
import { CanvasTools } from './CanvasTools';
import type { Desk } from './desk';
import { drawingOf } from './drawing';
import { inks, labelDrawers } from './drawLabel';
import type { Actions } from './Explore';
import { Hulls } from './hulls';
import { type Drawn, type DrawnTie, emptyPicture, forLayout, neighboursIn, repin, settle, update } from './picture';
import { type Deeds, openSigma } from './pointer';
import { shade } from './shade';

interface Props {
  desk: Desk;
  scene: Scene;
  exploration: Exploration;
  selected: readonly string[];
  /** Whether answers are awaited still. */
  waiting: boolean;
  actions: Actions;
  /** An entity was dragged to a place. */
  hold: (id: string, at: Position) => void;
}

/** The picture. */
export function Canvas({ desk, scene, exploration, selected, waiting, actions, hold }: Props) {
  const { t } = useTranslation();
  const dark = useDark();
  const frame = useRef<HTMLDivElement>(null);
  const { picture } = desk;
  const sigma = useRef<Sigma<Drawn, DrawnTie>>(null);
  const hulls = useRef<Hulls>(null);
  const layout = useRef<Layout>(null);
  const begun = useRef(false); // whether this canvas's own layout has been told of what was being arranged
  const [arranging, setArranging] = useState(true);
  const [trouble, setTrouble] = useState<string>();
  const latest = useRef<Deeds>(null);
  latest.current = deedsOf(scene, selected, actions, hold);

  // Sigma and the layout live as long as the canvas.
  useEffect(() => {
    try {
      sigma.current = openSigma(picture, frame.current!, {
        select: (...args) => latest.current!.select(...args),
        open: (...args) => latest.current!.open(...args),
        hold: (...args) => latest.current!.hold(...args),
      });
      hulls.current = new Hulls(sigma.current);
    } catch (error) {
      desk.trouble = hasWebGL() ? String(error) : 'WebGL';
      setTrouble(desk.trouble);
      return;
    }
    if (desk.camera) sigma.current.getCamera().setState(desk.camera);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    layout.current = new Layout((ids, positions, last) => {
      if (!last && still) return;
      settle(picture, ids, positions);
      if (!last) return;
      desk.free = undefined;
      setArranging(false);
    });
    begun.current = false;
    return () => {
      desk.camera = sigma.current?.getCamera().getState();
      sigma.current?.kill();
      layout.current?.end();
    };
  }, [desk, picture]);

  // What is new is arranged around what was there. The first picture, with all that its address asks for, is arranged as a
  // whole; so is every picture when another layout is chosen. What is being arranged goes on with what is left of it.
  useEffect(() => {
    if (trouble) return;
    const before = picture.nodes();
    const repinned = repin(picture, exploration);
    const { drawn, laid } = desk;
    let fresh: string[] = [];
    if (drawn?.scene !== scene || drawn.of !== exploration.of || drawn.dark !== dark || drawn.t !== t) {
      // Sigma indexes the whole graph anew at each node and edge that goes, so it looks away meanwhile.
      sigma.current?.setGraph(emptyPicture());
      fresh = update(picture, scene, exploration, dark, (types) => tieName(types, t));
      sigma.current?.setGraph(picture);
      desk.drawn = { scene, of: exploration.of, dark, t };
    }
    const by = JSON.stringify([exploration.arrangement, exploration.grouping?.by]);
    hulls.current!.set(scene, dark);
    if (!laid.whole || laid.by !== by) arrange(new Set(picture.nodes()));
    else if (fresh.length > 0 && !exploration.arrangement) arrange(new Set([...(desk.free ?? []), ...fresh]));
    else if (desk.free && (!begun.current || repinned || before.some((id) => !picture.hasNode(id)))) arrange(desk.free);
    else if (!desk.free) setArranging(false);
    begun.current = true;
    desk.laid = { by, whole: laid.whole || !waiting };
    sigma.current?.refresh();
  }, [desk, picture, scene, exploration, dark, waiting, trouble, t]);

  useEffect(() => {
    if (!sigma.current) return;
    const colours = inks[dark ? 'dark' : 'light'];
    const { label, hover } = labelDrawers(colours);
    sigma.current.setSettings({ defaultDrawNodeLabel: label, defaultDrawNodeHover: hover, edgeLabelColor: { color: colours.ink } });
    const chosen = new Set(selected.map((id) => standsFor(scene, id)));
    shade(sigma.current, chosen, scene.groups.some((one) => one.closed), colours);
  }, [selected, dark, scene]);

  const shown = useRef({ scene, dark, t });
  shown.current = { scene, dark, t };
  const draw = useCallback(() => {
    const { scene, dark, t } = shown.current;
    return drawingOf(sigma.current!, hulls.current!, scene, inks[dark ? 'dark' : 'light'], dark, t);
  }, []);
  usePutPicture(trouble ? undefined : draw);

  function arrange(free: ReadonlySet<string>) {
    if (!layout.current || picture.order === 0) return;
    const { arrangement, pinned } = exploration;
    if (!arrangement || arrangement.by === 'force') {
      setArranging(true);
      desk.free = free;
      const { ids, nodes, edges } = forLayout(picture, scene, (id) => !free.has(id) || id in pinned);
      layout.current.start(ids, nodes, edges);
      return;
    }
    desk.free = undefined;
    layout.current.stop();
    const neighbours = neighboursIn(picture);
    const from = standsFor(scene, arrangement.from);
    const first = picture.hasNode(from) ? from : picture.nodes()[0]!;
    const to = arrangement.by === 'columns' && arrangement.to ? standsFor(scene, arrangement.to) : undefined;
    const at = arrangement.by === 'rings' ? rings(first, neighbours) : columns(first, to, neighbours);
    picture.updateEachNodeAttributes((id, node) => {
      const [x, y] = pinned[id] ?? at.get(id)!;
      return { ...node, x, y };
    }, { attributes: ['x', 'y'] }); // prettier-ignore
    setArranging(false);
  }

  if (trouble) return <p className="state">{trouble === 'WebGL' ? t('explore.noWebGL') : t('canvas.trouble', { text: trouble })}</p>;
  const camera = () => sigma.current?.getCamera();
  const there = new Set([...scene.nodes.values()].map((node) => node.kind));
  return (
    <div className="canvas" data-arranging={arranging}>
      <CanvasTools
        scene={scene}
        exploration={exploration}
        actions={actions}
        arranging={arranging}
        again={() => arrange(new Set(picture.nodes()))}
        zoom={{
          in: () => void camera()?.animatedZoom(),
          out: () => void camera()?.animatedUnzoom(),
          fit: () => void camera()?.animatedReset(),
        }}
      />
      <Crowd scene={scene} />
      <div ref={frame} className="canvas-frame" role="img" aria-label={t('explore.canvas')} />
      <ul className="legend" aria-label={t('explore.legend')}>
        {kinds
          .filter((kind) => there.has(kind))
          .map((kind) => (
            <li key={kind}>
              <Glyph kind={kind} /> {t(`kind.${kind}`)}
            </li>
          ))}
        {scene.ties.some(({ relationships }) => relationships.every(isInferred)) && (
          <li>
            <span className="dashes" aria-hidden /> {t('basis.INFERRED')}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Says when there is more than can be read, or drawn, and what to do. */
function Crowd({ scene: { nodes, leftOut, groups } }: { scene: Scene }) {
  const { t } = useTranslation();
  if (nodes.size < manyNodes) return null;
  const hint = t(groups.length > 0 ? 'canvas.crowdHintClose' : 'canvas.crowdHint');
  if (leftOut === 0) return <p className="crowd" role="note">{t('canvas.crowd', { count: nodes.size })} {hint}</p>; // prettier-ignore
  return <Partial truncated={[]}>{t('canvas.leftOut', { count: leftOut, drawn: mostNodes })} {hint}</Partial>; // prettier-ignore
}

/** Whether the browser can draw with WebGL at all. */
function hasWebGL(): boolean {
  const canvas = document.createElement('canvas');
  return !!(canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
}

/** What the pointer does, told in entities: a closed group stands for its members. */
function deedsOf(scene: Scene, selected: readonly string[], actions: Actions, hold: Props['hold']): Deeds {
  const groupAt = (node: string) => scene.nodes.get(node)?.group;
  return {
    select: (nodes, more) => {
      const ids = nodes.flatMap((node) => groupAt(node)?.members ?? [node]);
      if (!more) return actions.selectAll(ids);
      const there = new Set(selected);
      // One that is chosen already is let go; a box only adds.
      const own = new Set(ids);
      if (nodes.length === 1 && ids.every((id) => there.has(id))) return actions.selectAll(selected.filter((id) => !own.has(id)));
      actions.selectAll([...there, ...ids.filter((id) => !there.has(id))]);
    },
    open: (node) => {
      const group = groupAt(node);
      if (group) actions.open([group.key]);
      else actions.expand(node);
    },
    hold,
  };
}

/** What an edge is called: its types, and how many there are of each, most first. */
function tieName(types: string[], t: (key: string) => string): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([type, n]) => t(`tie.${type}.out`) + (n > 1 ? ` ×${n}` : ''))
    .join(', ');
}
