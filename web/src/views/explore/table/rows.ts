// The rows of the table: for each entity what its columns show and sort by. What is not known is left out, so that it
// comes last whichever way one sorts.
import type { ColumnDef, SortingFn } from '@tanstack/react-table';

import { countryName, dateOf, sortOf, statementsOf } from '../../../core/download/shown';
import type { Network } from '../../../core/exploration/network';
import { whereabouts } from '../../../core/geography';
import type { EntityPart } from '../../../core/types';
import type { Basis } from '../../../generated/operations';

/** The columns, in their order. The name is always there. */
export const columnNames = ['name', 'kind', 'type', 'country', 'date', 'ties', 'partners', 'sources', 'basis', 'id'] as const;

/** The name of a column. */
export type Column = (typeof columnNames)[number];

/** The columns that are there at first. */
export const usualColumns: readonly Column[] = ['name', 'kind', 'country', 'date', 'ties'];

/** The columns of numbers; they begin with the largest. */
export const numeric: readonly Column[] = ['ties', 'partners', 'sources'];

/** A row. */
export interface Row {
  entity: EntityPart;
  id: string;
  name: string;
  kind: string;
  type: string;
  country?: string;
  date?: string;
  ties: number;
  partners?: number;
  sources: number;
  basis?: Basis;
}

const bases: readonly Basis[] = ['STATED', 'IMPLIED', 'INFERRED'];

/** The rows of a network. */
export function rowsOf({ entities, relationships }: Pick<Network, 'entities' | 'relationships'>, t: (key: string) => string): Row[] {
  const found = new Map<string, { ties: number; sources: Set<string>; basis: number; agreements: Set<string> }>();
  const parties = new Map<string, Set<string>>();
  for (const r of relationships) {
    const statements = statementsOf(r);
    const firmest = Math.min(...statements.map(({ basis }) => bases.indexOf(basis as Basis)));
    for (const id of new Set([r.from.id, r.to.id])) {
      const of = found.get(id) ?? { ties: 0, sources: new Set(), basis: -1, agreements: new Set() };
      of.ties++;
      for (const { source } of statements) of.sources.add(source.id);
      if (Number.isFinite(firmest)) of.basis = Math.max(of.basis, firmest);
      found.set(id, of);
    }
    const agreement = r.type === 'PARTY_TO' && entities.get(r.to.id);
    if (!agreement || (agreement.__typename === 'Agreement' && agreement.status === 'PLANNED')) continue;
    found.get(r.from.id)!.agreements.add(r.to.id);
    parties.set(r.to.id, (parties.get(r.to.id) ?? new Set()).add(r.from.id));
  }
  return [...entities.values()].map((entity): Row => {
    const of = found.get(entity.id);
    const partners = new Set([...(of?.agreements ?? [])].flatMap((agreement) => [...parties.get(agreement)!]));
    const sort = sortOf(entity);
    return {
      entity,
      id: entity.id,
      name: entity.label,
      kind: sort && sort !== 'OTHER' ? t(`sort.${sort}`) : t(`kind.${entity.__typename}`),
      type: t(`kind.${entity.__typename}`),
      country: countryName(entity, t) ?? whereabouts(entity)?.label, // of a country, itself
      date: dateOf(entity),
      ties: of?.ties ?? 0,
      partners: partners.size > 1 ? partners.size - 1 : undefined,
      sources: of?.sources.size ?? 0,
      basis: bases[of?.basis ?? -1],
    };
  });
}

/** The columns as the table's library wants them, with words in the order of a language. */
export function columnsOf(language: string): ColumnDef<Row>[] {
  const words = new Intl.Collator(language, { numeric: true });
  const byWord: SortingFn<Row> = (a, b, column) => words.compare(a.getValue(column), b.getValue(column));
  return columnNames.map((id) => ({
    id,
    accessorFn: (row) => row[id],
    sortUndefined: 'last',
    sortDescFirst: numeric.includes(id),
    sortingFn: numeric.includes(id) ? 'basic' : id === 'basis' ? (a, b) => bases.indexOf(a.original.basis!) - bases.indexOf(b.original.basis!) : byWord,
  }));
}

/** Reads the columns from an address. */
export function parseColumns(text: string | undefined): Column[] {
  const asked = text?.split(',');
  return columnNames.filter((name) => name === 'name' || (asked ?? (usualColumns as readonly string[])).includes(name));
}

/** Reads the order: `-ties` is by ties, the most first. Equal rows stand by name. */
export function parseSorting(text = '-ties'): { id: Column; desc: boolean }[] {
  const id = columnNames.find((name) => name === text.replace(/^-/, '')) ?? 'ties';
  const first = { id, desc: text.startsWith('-') };
  return id === 'name' ? [first] : [first, { id: 'name', desc: false }];
}
