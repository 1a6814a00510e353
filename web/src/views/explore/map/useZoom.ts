// Zooms and moves the map: by its buttons, the wheel, dragging and the keyboard.
import { useEffect, useRef, useState } from 'react';

import { size } from '../../../core/map/atlas';

const [least, most] = [1, 24];

/** What is shown: k times as large, moved by x and y. */
interface View {
  k: number;
  x: number;
  y: number;
}

/** Holds what is shown. */
export function useZoom() {
  const [view, setView] = useState<View>({ k: 1, x: 0, y: 0 });
  const shown = useRef(view);
  shown.current = view;
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<{ x: number; y: number; moved: boolean }>(undefined);

  const by = (factor: number, [x, y] = [size.width / 2, size.height / 2]) => setView((last) => zoomed(last, factor, x!, y!));
  const move = (dx: number, dy: number) => setView((last) => inside({ ...last, x: last.x + dx, y: last.y + dy }));
  const reset = () => setView({ k: 1, x: 0, y: 0 });

  // React listens to wheels passively; this one keeps the page from scrolling, but where there is nothing left to zoom.
  useEffect(() => {
    const element = svg.current!;
    const onWheel = (event: WheelEvent) => {
      if (event.deltaY > 0 && shown.current.k === least) return;
      event.preventDefault();
      const { left, top, width } = element.getBoundingClientRect();
      const unit = size.width / width;
      setView((last) => zoomed(last, 1.0015 ** -event.deltaY, (event.clientX - left) * unit, (event.clientY - top) * unit));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const keys: Record<string, () => void> = {
    '+': () => by(1.6),
    '=': () => by(1.6),
    '-': () => by(1 / 1.6),
    '0': reset,
    ArrowLeft: () => move(60, 0),
    ArrowRight: () => move(-60, 0),
    ArrowUp: () => move(0, 60),
    ArrowDown: () => move(0, -60),
  };
  const handlers = {
    ref: svg,
    onKeyDown: (event: React.KeyboardEvent) => {
      const deed = keys[event.key];
      if (!deed || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      deed();
    },
    onPointerDown: ({ clientX: x, clientY: y }: React.PointerEvent) => (drag.current = { x, y, moved: false }),
    onPointerMove: ({ clientX: x, clientY: y, buttons }: React.PointerEvent) => {
      if (buttons === 0) drag.current = undefined; // it was let go outside
      const from = drag.current;
      if (!from || buttons !== 1 || (!from.moved && Math.hypot(x - from.x, y - from.y) < 4)) return;
      const unit = size.width / svg.current!.getBoundingClientRect().width;
      move((x - from.x) * unit, (y - from.y) * unit);
      drag.current = { x, y, moved: true };
    },
    // What was dragged was not clicked.
    onClickCapture: (event: React.MouseEvent) => {
      if (drag.current?.moved) event.stopPropagation();
      drag.current = undefined;
    },
  };
  return { k: view.k, transform: `translate(${view.x} ${view.y}) scale(${view.k})`, by, reset, handlers };
}

/** Zooms so that a point stays where it is. */
function zoomed({ k, x, y }: View, factor: number, px: number, py: number): View {
  const to = Math.min(most, Math.max(least, k * factor));
  return inside({ k: to, x: px - ((px - x) * to) / k, y: py - ((py - y) * to) / k });
}

/** Keeps the earth in the picture. */
function inside({ k, x, y }: View): View {
  return { k, x: Math.min(0, Math.max(size.width * (1 - k), x)), y: Math.min(0, Math.max(size.height * (1 - k), y)) };
}
