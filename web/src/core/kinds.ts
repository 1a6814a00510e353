// How each kind of entity looks, on the canvas and beside its name: a shape of its own first, so that nobody needs the
// colours, and a colour of its own, which holds 3:1 against the page, light and dark, and differs from every other one for
// those who do not see red or green, too (kinds.test.ts).
import type { Kind } from './types';

/** The shapes, in the order that the canvas's shader knows them by. */
export const shapes = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'nabla',
  'pentagon',
  'hexagon',
  'star',
  'cross',
  'saltire',
  'ring',
  'frame',
  'lozenge',
  'nut',
  'bar',
] as const;

/** The name of a shape. */
export type Shape = (typeof shapes)[number];

/** How a kind looks. */
export interface Look {
  shape: Shape;
  light: string;
  dark: string;
}

/** Each kind's look, in the order in which kinds are listed. */
export const looks: Record<Kind, Look> = {
  Institution: { shape: 'circle', light: '#186cb5', dark: '#50a6ff' },
  Enterprise: { shape: 'square', light: '#c47273', dark: '#ee992e' },
  GovernmentBody: { shape: 'triangle', light: '#673cd9', dark: '#b488d7' },
  Association: { shape: 'pentagon', light: '#3f794a', dark: '#5ccfb2' },
  Alliance: { shape: 'hexagon', light: '#236344', dark: '#9bd574' },
  OtherOrganization: { shape: 'nut', light: '#4a6b6d', dark: '#b08eac' },
  Agreement: { shape: 'diamond', light: '#935e03', dark: '#f2ba28' },
  Event: { shape: 'star', light: '#bf418d', dark: '#ff8083' },
  Person: { shape: 'nabla', light: '#434345', dark: '#d2dce0' },
  Programme: { shape: 'cross', light: '#468f4a', dark: '#6be5ae' },
  Field: { shape: 'saltire', light: '#652eb3', dark: '#c19fd2' },
  Country: { shape: 'ring', light: '#0d4f89', dark: '#5ebdfd' },
  Place: { shape: 'frame', light: '#7f4814', dark: '#d28a4c' },
  Figure: { shape: 'bar', light: '#327898', dark: '#b1c8e4' },
  Source: { shape: 'lozenge', light: '#425569', dark: '#52b47e' },
};

/** The colours of groups that are drawn, largest first. */
export const groupColours = {
  light: ['#186cb5', '#935e03', '#bf418d', '#236344', '#673cd9', '#434345'],
  dark: ['#5ebdfd', '#f2ba28', '#ff8083', '#5ccfb2', '#b488d7', '#d2dce0'],
} as const;

/** All kinds, in their order. */
export const kinds = Object.keys(looks) as Kind[];

/** Whether a kind is an organization. */
export function isOrganization(kind: Kind): boolean {
  return ['Institution', 'Enterprise', 'GovernmentBody', 'Association', 'Alliance', 'OtherOrganization'].includes(kind);
}
