// A figure in words.
import type { EntityPart } from '../../core/types';

/** A number as its source means it: "over 700 people". */
export function figureText(figure: Extract<EntityPart, { __typename: 'Figure' }>, t: (key: string) => string, language: string): string {
  if (figure.value === null) return figure.text ?? '';
  const bound = figure.bound && figure.bound !== 'EXACT' ? t(`bound.${figure.bound}`) : '';
  return [bound, figure.value.toLocaleString(language), figure.unit].filter(Boolean).join(' ');
}
