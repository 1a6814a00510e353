// The sign of a kind, in the same shape and colour as on the canvas.
import { looks, type Shape } from '../core/kinds';
import type { Kind } from '../core/types';

const ngon = (n: number, r: number, turn = 0) =>
  Array.from({ length: n }, (_, i) => {
    const a = (2 * Math.PI * i) / n + turn;
    return `${(8 + r * Math.sin(a)).toFixed(2)},${(8 - r * Math.cos(a)).toFixed(2)}`;
  }).join(' ');

const star = Array.from({ length: 10 }, (_, i) => {
  const [r, a] = [i % 2 ? 3.4 : 8, (Math.PI * i) / 5];
  return `${(8 + r * Math.sin(a)).toFixed(2)},${(8.6 - r * Math.cos(a)).toFixed(2)}`;
}).join(' ');

const cross = '6,1 10,1 10,6 15,6 15,10 10,10 10,15 6,15 6,10 1,10 1,6 6,6';

const drawings: Record<Shape, React.ReactNode> = {
  circle: <circle cx="8" cy="8" r="6.6" />,
  square: <rect x="2" y="2" width="12" height="12" />,
  diamond: <polygon points={ngon(4, 8)} />,
  triangle: <polygon points="8,1 15.4,14 0.6,14" />,
  nabla: <polygon points="8,15 15.4,2 0.6,2" />,
  pentagon: <polygon points={ngon(5, 7.8)} />,
  hexagon: <polygon points={ngon(6, 7.8)} />,
  star: <polygon points={star} />,
  cross: <polygon points={cross} />,
  saltire: <polygon points={cross} transform="rotate(45 8 8)" />,
  ring: <circle cx="8" cy="8" r="5.4" className="hollow" />,
  frame: <rect x="3" y="3" width="10" height="10" className="hollow" />,
  lozenge: <polygon points={ngon(4, 6.6)} className="hollow" />,
  nut: <polygon points={ngon(6, 6.4)} className="hollow" />,
  bar: <rect x="1" y="5" width="14" height="6" />,
};

/** Draws the sign. It is decoration: the kind's name stands beside it, or in `title`. */
export function Glyph({ kind, title }: { kind: Kind; title?: string }) {
  return (
    <svg className={`glyph kind-${kind}`} viewBox="0 0 16 16" aria-hidden={title ? undefined : true} role={title ? 'img' : undefined}>
      {title && <title>{title}</title>}
      {drawings[looks[kind].shape]}
    </svg>
  );
}

/** The colours of the kinds, for style sheets: one rule a kind and theme. */
export function GlyphColours() {
  const rules = Object.entries(looks).map(
    ([kind, { light, dark }]) => `.kind-${kind}{--kind:${light}}[data-theme=dark] .kind-${kind}{--kind:${dark}}`,
  );
  return <style>{rules.join('')}</style>;
}
