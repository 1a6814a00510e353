// The sign of a kind, in the same shape and colour as on the canvas.
import { looks } from '../core/kinds';
import { outlines } from '../core/shapes';
import type { Kind } from '../core/types';

/** Draws the sign. It is decoration: the kind's name stands beside it, or in `title`. */
export function Glyph({ kind, title }: { kind: Kind; title?: string }) {
  const { path, hollow } = outlines[looks[kind].shape];
  return (
    <svg className={`glyph kind-${kind}`} viewBox="0 0 16 16" aria-hidden={title ? undefined : true} role={title ? 'img' : undefined}>
      {title && <title>{title}</title>}
      <path d={path} className={hollow && 'hollow'} />
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
