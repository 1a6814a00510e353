// Draws names on the canvas: with a rim in the page's colour, so that they read over edges; and, of a node under the
// pointer or selected, whole and framed.
import type { NodeDisplayData, PartialButFor } from 'sigma/types';

type Labelled = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'> & { chosen?: boolean; highlighted?: boolean };

/** The settings of sigma that say how names look. */
interface Lettering {
  labelSize: number;
  labelFont: string;
  labelWeight: string;
}

/** The colours of a theme on the canvas. */
export interface Inks {
  page: string;
  ink: string;
  accent: string;
  edge: string;
  faint: string;
}

/** The colours, light and dark. */
export const inks: Record<'light' | 'dark', Inks> = {
  light: { page: '#ffffff', ink: '#1c1b19', accent: '#a3341f', edge: '#b9b3a8', faint: '#e9e5dd' },
  dark: { page: '#1b1d20', ink: '#ecebe8', accent: '#f0937e', edge: '#5c6068', faint: '#303338' },
};

// How many letters of a name are written: fewer in a narrow picture. The whole one shows when it is pointed at.
const letters = (width: number) => Math.max(8, Math.min(30, Math.floor(width / 22)));

/** A name as it is written in a picture of a width. */
export function shorten(name: string, width: number): string {
  const short = letters(width);
  return name.length > short ? `${name.slice(0, short - 1)}…` : name;
}

/** The two ways of drawing, for a theme. */
export function labelDrawers({ page, ink, accent }: Inks) {
  const font = (s: Lettering) => `${s.labelWeight} ${s.labelSize}px ${s.labelFont}`;
  const label = (context: CanvasRenderingContext2D, data: Labelled, settings: Lettering) => {
    if (!data.label || (data.chosen && data.highlighted)) return; // what is framed has its name there
    const text = shorten(data.label, edgeOf(context));
    context.font = font(settings);
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = page;
    context.fillStyle = ink;
    // Right of the node, or left of it where it would leave the picture.
    const width = context.measureText(text).width;
    const right = data.x + data.size + 4;
    const x = right + width < edgeOf(context) ? right : data.x - data.size - 4 - width;
    const y = data.y + settings.labelSize / 3;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };
  const hover = (context: CanvasRenderingContext2D, data: Labelled, settings: Lettering) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = data.chosen ? 3 : 1.5;
    context.strokeStyle = data.chosen ? accent : ink;
    context.stroke();
    if (!data.label) return;
    context.font = font(settings);
    const edge = edgeOf(context);
    const whole = context.measureText(data.label).width;
    const room = data.chosen ? edge / 2 : edge - 32; // the panel has the whole name of what is selected
    const text = whole > room ? `${data.label.slice(0, Math.floor((data.label.length * room) / whole) - 1)}…` : data.label;
    const width = context.measureText(text).width;
    const height = settings.labelSize + 10;
    // Right of the node; where that does not fit, below it and inside the picture.
    const fits = data.x + data.size + 8 + width + 16 < edge;
    const left = fits ? data.x + data.size + 8 : Math.max(4, Math.min(data.x - width / 2, edge - width - 16));
    const middle = fits ? data.y : data.y + data.size + 8 + height / 2;
    context.fillStyle = page;
    context.lineWidth = 1;
    context.strokeStyle = data.chosen ? accent : ink;
    context.beginPath();
    context.roundRect(left, middle - height / 2, width + 12, height, 4);
    context.fill();
    context.stroke();
    context.fillStyle = ink;
    context.fillText(text, left + 6, middle + settings.labelSize / 3);
  };
  return { label, hover };
}

/** The right edge of the picture, in the coordinates that are drawn in. */
function edgeOf(context: CanvasRenderingContext2D): number {
  return context.canvas.width / context.getTransform().a;
}
