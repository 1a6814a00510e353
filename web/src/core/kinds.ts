// How each kind of entity looks, on the canvas and beside its name: a shape of its own first, so that nobody needs the
// colours, and a colour that holds 3:1 against the page, light and dark.
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
  Institution: { shape: 'circle', light: '#0b62a4', dark: '#62b3f2' },
  Enterprise: { shape: 'square', light: '#b34700', dark: '#f39246' },
  GovernmentBody: { shape: 'triangle', light: '#6a3d9a', dark: '#bd9dea' },
  Association: { shape: 'pentagon', light: '#00705a', dark: '#45c8a6' },
  Alliance: { shape: 'hexagon', light: '#3f6b00', dark: '#a3cf56' },
  OtherOrganization: { shape: 'nut', light: '#5a5f66', dark: '#b0b5bc' },
  Agreement: { shape: 'diamond', light: '#946300', dark: '#e8b842' },
  Event: { shape: 'star', light: '#ad2b76', dark: '#f483bd' },
  Person: { shape: 'nabla', light: '#44474c', dark: '#cfd2d6' },
  Programme: { shape: 'cross', light: '#00705a', dark: '#45c8a6' },
  Field: { shape: 'saltire', light: '#6a3d9a', dark: '#bd9dea' },
  Country: { shape: 'ring', light: '#0b62a4', dark: '#62b3f2' },
  Place: { shape: 'frame', light: '#7a4b2a', dark: '#d3a27c' },
  Figure: { shape: 'bar', light: '#5a5f66', dark: '#b0b5bc' },
  Source: { shape: 'lozenge', light: '#5a5f66', dark: '#b0b5bc' },
};

/** All kinds, in their order. */
export const kinds = Object.keys(looks) as Kind[];

/** Whether a kind is an organization. */
export function isOrganization(kind: Kind): boolean {
  return ['Institution', 'Enterprise', 'GovernmentBody', 'Association', 'Alliance', 'OtherOrganization'].includes(kind);
}
