// A picture of the canvas to take along: SVG, written from what the canvas shows, and PNG, which is that SVG painted. So the
// two are the same picture. Text stays text.
import type { Position } from '../exploration/exploration';
import { hollowLine, outlines } from '../shapes';
import type { Shape } from '../kinds';
import { xml } from './graphs';

/** A node as it stands in the frame. */
export interface DrawnNode {
  at: Position;
  radius: number;
  shape: Shape;
  colour: string;
  /** The name, where it is shown. */
  label?: string;
  chosen: boolean;
}

/** An edge as it stands in the frame. */
export interface DrawnEdge {
  from: Position;
  to: Position;
  width: number;
  colour: string;
  /** Whether it ends in an arrow, and how far before `to` that ends. */
  arrow?: number;
  label?: string;
  /** Whether all that it stands for is merely inferred. */
  dashed?: boolean;
}

/** What the canvas shows. */
export interface Drawing {
  width: number;
  height: number;
  page: string;
  ink: string;
  accent: string;
  hulls: readonly { label: string; colour: string; path: string; at: Position }[];
  edges: readonly DrawnEdge[];
  nodes: readonly DrawnNode[];
  legend: readonly { shape: Shape; colour: string; name: string }[];
  title: string;
  link: string;
}

const font = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';
const foot = 22; // the height of a line of the legend
const n = (value: number) => String(Math.round(value * 10) / 10);

/** The picture as SVG. What lies outside of the frame is left out. */
export function asSVG(d: Drawing): string {
  const rows = legendRows(d);
  const height = d.height + 16 + (rows.length + 1) * foot;
  const inside = (at: Position, room: number) => at[0] > -room && at[1] > -room && at[0] < d.width + room && at[1] < d.height + room;
  const nodes = d.nodes.filter(({ at, radius }) => inside(at, radius));
  const edges = d.edges.filter(({ from, to }) => touches(d, from, to));
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(d.width)}" height="${n(height)}" viewBox="0 0 ${n(d.width)} ${n(height)}" font-family='${font}' font-size="13">`,
    `<title>${xml(d.title)}</title>`,
    `<rect width="100%" height="100%" fill="${d.page}"/>`,
    `<clipPath id="frame"><rect width="${n(d.width)}" height="${n(d.height)}"/></clipPath>`,
    `<g clip-path="url(#frame)">`,
    `<g class="groups">${d.hulls.map(group).join('\n')}</g>`,
    `<g class="edges" stroke-linecap="round">${edges.map(edge).join('\n')}</g>`,
    `<g class="nodes">${nodes.map((node) => shape(node, d.accent)).join('\n')}</g>`,
    `<g class="names" fill="${d.ink}" stroke="${d.page}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">`,
    ...edges.map(edgeName),
    ...d.hulls.map(({ label, colour, at }) => text(at, label, `text-anchor="middle" font-weight="600" fill="${colour}"`)),
    ...nodes.map((node) => name(node, d.width)),
    `</g></g>`,
    `<g class="legend" fill="${d.ink}">`,
    ...rows.flatMap((row, i) => row.map(({ x, shape: of, colour, name: called }) => sign(of, colour, x, d.height + 16 + i * foot, called))),
    `</g>`,
    text([8, d.height + 16 + rows.length * foot + 12], `${d.title} · ${d.link}`, `class="link" font-size="11" fill="${d.ink}"`),
    `</svg>\n`,
  ].join('\n');
}

/** The picture as PNG, with twice the dots. */
export async function asPNG(d: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSVG(d))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'))), 'image/png'),
  );
}

function text([x, y]: Position, content: string, attributes = ''): string {
  return content ? `<text x="${n(x)}" y="${n(y)}" ${attributes}>${xml(content)}</text>` : '';
}

function group({ colour, path }: Drawing['hulls'][number]): string {
  return `<path d="${path}" fill="${colour}" fill-opacity="0.1" stroke="${colour}" stroke-opacity="0.55" stroke-width="1.5"/>`;
}

function edge({ from, to, width, colour, arrow, dashed }: DrawnEdge): string {
  const line = (end: Position) =>
    `<line x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(end[0])}" y2="${n(end[1])}" stroke="${colour}" stroke-width="${n(width)}"${dashed ? ' stroke-dasharray="7 5" stroke-linecap="butt"' : ''}/>`;
  if (arrow === undefined) return line(to);
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const back = (distance: number, aside: number): Position => [
    to[0] - distance * Math.cos(angle) - aside * Math.sin(angle),
    to[1] - distance * Math.sin(angle) + aside * Math.cos(angle),
  ];
  const head = width * 2.5 + 3;
  const corners = [back(arrow, 0), back(arrow + head, head / 2), back(arrow + head, -head / 2)];
  return `${line(back(arrow + head, 0))}<polygon class="arrow" points="${corners.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${colour}"/>`;
}

function edgeName({ from, to, label }: DrawnEdge): string {
  return label ? text([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 4], label, 'text-anchor="middle" font-size="11"') : '';
}

function shape({ at, radius, shape: of, colour, chosen }: DrawnNode, accent: string): string {
  const frame = chosen
    ? `<circle cx="${n(at[0])}" cy="${n(at[1])}" r="${n(radius + 4)}" fill="none" stroke="${accent}" stroke-width="3"/>`
    : '';
  return `${frame}<path d="${outlines[of].path}" transform="translate(${n(at[0] - radius)} ${n(at[1] - radius)}) scale(${(radius / 8).toFixed(3)})" ${paint(of, colour)}/>`;
}

function paint(of: Shape, colour: string): string {
  return outlines[of].hollow ? `fill="none" stroke="${colour}" stroke-width="${hollowLine}"` : `fill="${colour}"`;
}

/** A name, right of its node, or left of it where it would leave the frame. */
function name({ at, radius, label = '' }: DrawnNode, width: number): string {
  const left = at[0] + radius + 4 + widthOf(label) > width;
  return text([at[0] + (left ? -radius - 4 : radius + 4), at[1] + 4.5], label, left ? 'text-anchor="end"' : '');
}

function sign(of: Shape, colour: string, x: number, y: number, called: string): string {
  return `<path d="${outlines[of].path}" transform="translate(${n(x)} ${n(y)}) scale(0.8)" ${paint(of, colour)}/>${text([x + 19, y + 11], called)}`;
}

/** The legend in rows, as far as the width goes. */
function legendRows({ legend, width }: Drawing) {
  const rows: (Drawing['legend'][number] & { x: number })[][] = [];
  let x = 8;
  for (const entry of legend) {
    const wide = 19 + widthOf(entry.name) + 18;
    if (rows.length === 0 || x + wide > width) {
      rows.push([]);
      x = 8;
    }
    rows.at(-1)!.push({ ...entry, x });
    x += wide;
  }
  return rows;
}

/** About how wide a text is: a letter of Chinese is as wide as it is high. */
function widthOf(content: string): number {
  return [...content].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 7), 0);
}

/** Whether the box around a line touches the frame. */
function touches({ width, height }: Drawing, [ax, ay]: Position, [bx, by]: Position): boolean {
  return Math.max(ax, bx) > 0 && Math.min(ax, bx) < width && Math.max(ay, by) > 0 && Math.min(ay, by) < height;
}
