// What a download holds: the entities and relationships on the screen, flat enough for a table and for a graph's file.
import type { EntityPart, RelationshipPart } from '../types';

/** The entities and relationships on the screen. */
export interface Shown {
  entities: readonly EntityPart[];
  relationships: readonly RelationshipPart[];
}

/** The columns of an entity. */
export const entityColumns = ['id', 'type', 'label', 'kind', 'country', 'date'] as const;

/** The columns of a relationship. */
export const relationshipColumns = ['id', 'from', 'type', 'to', 'properties', 'sources', 'locators', 'bases'] as const;

/** An entity's values, by column. */
export function entityRow(e: EntityPart): Record<(typeof entityColumns)[number], string> {
  return {
    id: e.id,
    type: e.__typename,
    label: e.label,
    kind: sortOf(e) ?? '',
    country: countryOf(e)?.code ?? '',
    date: dateOf(e) ?? '',
  };
}

/** A relationship's values, by column. Several statements are joined by " | ", in one order in each column. */
export function relationshipRow(r: RelationshipPart): Record<(typeof relationshipColumns)[number], string> {
  const own = Object.entries(r.properties).filter(([, value]) => value !== null);
  const statements = statementsOf(r);
  return {
    id: r.id,
    from: r.from.id,
    type: r.type,
    to: r.to.id,
    properties: r.type === 'STATES' ? '' : own.map(([name, value]) => `${name}: ${value}`).join('; '),
    sources: statements.map((s) => s.source.id).join(' | '),
    locators: statements.map((s) => s.locator).join(' | '),
    bases: statements.map((s) => s.basis).join(' | '),
  };
}

/** The statements behind a relationship. One of STATES is a statement itself. */
export function statementsOf(r: RelationshipPart): { source: { id: string; title?: string }; locator: string; basis: string; note?: string | null }[] {
  if (r.type !== 'STATES') return r.evidence;
  const { locator, basis, note } = r.properties;
  return [{ source: { id: r.from.id }, locator: locator ?? '', basis: basis ?? '', note }];
}

/** What sort of its kind an entity is: `UNIVERSITY`, `JOINT_RESEARCH`. */
export function sortOf(e: EntityPart): string | undefined {
  if ('institutionKind' in e) return e.institutionKind;
  if ('agreementKind' in e) return e.agreementKind;
  return undefined;
}

/** The country of an entity, where one is known. */
export function countryOf(e: EntityPart): { code: string; label: string } | undefined {
  return ('country' in e && e.country) || undefined;
}

/** The day of an agreement, an event or a source, as the source writes it. */
export function dateOf(e: EntityPart): string | undefined {
  if ('signedOn' in e) return e.signedOnText ?? e.signedOn ?? e.startDateText ?? e.startDate ?? undefined;
  if ('startDate' in e) return e.startDateText ?? e.startDate ?? undefined;
  if ('publishedOn' in e) return e.publishedOn ?? undefined;
  return undefined;
}
