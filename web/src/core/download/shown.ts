// What a download holds: the entities and relationships on the screen, flat enough for a table and for a graph's file.
import type { EntityPart, RelationshipPart } from '../types';

/** The entities and relationships on the screen. */
export interface Shown {
  entities: readonly EntityPart[];
  relationships: readonly RelationshipPart[];
}

/** Several as one, each entity and each relationship once. */
export function together(all: readonly Shown[]): Shown {
  return {
    entities: [...new Map(all.flatMap(({ entities }) => entities).map((one) => [one.id, one])).values()],
    relationships: [...new Map(all.flatMap(({ relationships }) => relationships).map((one) => [one.id, one])).values()],
  };
}

/** The columns of an entity. */
export const entityColumns = ['id', 'type', 'label', 'kind', 'country', 'date', 'inferred', 'countryInferred'] as const;

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
    date: writtenDate(e) ?? '',
    inferred: String(e.inferred),
    countryInferred: countryOf(e) ? String(isCountryInferred(e)) : '',
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

/** A statement, as far as it is known of every relationship. */
export interface StatementPart {
  source: { id: string; title?: string };
  locator: string;
  basis: string;
  note?: string | null;
  validFrom?: string | null;
  validTo?: string | null;
  known?: string | null;
}

/** The statements behind a relationship. One of STATES is a statement itself. */
export function statementsOf(r: RelationshipPart): StatementPart[] {
  if (r.type !== 'STATES') return r.evidence;
  const { locator, basis, note, known } = r.properties;
  return [{ source: { id: r.from.id }, locator: locator ?? '', basis: basis ?? '', note, known }];
}

/** Whether no source states or implies a relationship. */
export function isInferred(r: RelationshipPart): boolean {
  const statements = statementsOf(r);
  return statements.length > 0 && statements.every(({ basis }) => basis === 'INFERRED');
}

/** Whether two are tied by inference alone: each thing between them, such as an agreement, has an end that is inferred. */
export function isTieInferred(relationships: readonly RelationshipPart[]): boolean {
  const weak = new Set(relationships.filter(isInferred).map((r) => r.to.id));
  return relationships.length > 0 && relationships.every((r) => weak.has(r.to.id));
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

/** Whether no source states or implies an entity's country. It is known only where inferred statements count at all. */
export function isCountryInferred(e: EntityPart): boolean {
  return 'country' in e && e.country !== null && 'firmCountry' in e && e.firmCountry?.code !== e.country.code;
}

/** What an entity's country is called, with a word where it is merely inferred. */
export function countryName(e: EntityPart, t: (key: string) => string): string | undefined {
  const name = countryOf(e)?.label;
  return name && isCountryInferred(e) ? `${name} (${t('basis.INFERRED')})` : name;
}

/** The day of an agreement, an event or a source, for people to read. */
export function dateOf(e: EntityPart): string | undefined {
  return readable(writtenDate(e));
}

/** A date as people read it: some day between two is written with two dots (`2025-11-17..2025-11`), and reads as the first
    and what the last has that differs (`2025-11-17 … 30`). */
export function readable<Date extends string | undefined | null>(date: Date): Date | string {
  const [first, last] = date?.split('..') ?? [];
  if (first === undefined || last === undefined) return date;
  const [own, end] = [first.split('-'), lastDay(last).slice(0, Math.max(first.length, last.length)).split('-')];
  const differs = end.findIndex((part, i) => part !== own[i]);
  return `${first} … ${end.slice(Math.max(differs, 0)).join('-')}`;
}

/** The last day that a date without a day or a month can mean. */
function lastDay(date: string): string {
  const [year, month = '12', day] = date.split('-');
  return `${year}-${month}-${day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

/** The day as the source writes it. */
function writtenDate(e: EntityPart): string | undefined {
  if ('signedOn' in e) return e.signedOnText ?? e.signedOn ?? e.startDateText ?? e.startDate ?? undefined;
  if ('startDate' in e) return e.startDateText ?? e.startDate ?? undefined;
  if ('publishedOn' in e) return e.publishedOn ?? undefined;
  return undefined;
}
