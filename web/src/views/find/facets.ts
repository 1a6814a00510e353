// The filters of each group, and the question that counts each one's values. A filter's own choice does not narrow its
// counts, so that one more value can be chosen beside it.
import type { TFunction } from 'i18next';

import { agreementsWhere, eventsWhere, type Filter, type Finding, type Group, none, organizationsWhere, unsigned } from '../../core/finding';
import {
  AgreementsByBasisDocument, type AgreementsByBasisQuery, AgreementsByCountryDocument, type AgreementsByCountryQuery, AgreementsByKindDocument,
  type AgreementsByKindQuery, AgreementsByYearDocument, type AgreementsByYearQuery, EventsByBasisDocument, EventsByCountryDocument,
  type EventsByCountryQuery, EventsByYearDocument, type EventsByYearQuery, OrganizationsByAgreementKindDocument,
  type OrganizationsByAgreementKindQuery, OrganizationsByBasisDocument, OrganizationsByCountryDocument, type OrganizationsByCountryQuery,
  OrganizationsByTypeDocument, type OrganizationsByTypeQuery, type TypedDocumentString,
} from '../../generated/operations'; // prettier-ignore

/** A value of a filter, and how many have it. */
export interface Value {
  value: string;
  name: string;
  count: number;
}

/** A filter of a group. */
export interface Facet {
  filter: Filter;
  document: TypedDocumentString<unknown, Record<string, unknown>>;
  variables(f: Finding, ids: readonly string[] | undefined, lang: string): Record<string, unknown>;
  values(answer: unknown, t: TFunction): Value[];
}

type Counted<T> = readonly { value: T | null; count: number }[];
type Countries = readonly { node: { code: string; label: string } | null; count: number }[];

const facet = <Data>(
  filter: Filter,
  document: unknown,
  variables: Facet['variables'],
  values: (answer: Data, t: TFunction) => Value[],
): Facet => ({ filter, document: document as Facet['document'], variables, values: (answer, t) => values(answer as Data, t) });

/** The filters, by group, in their order. */
export const facets: Partial<Record<Group, readonly Facet[]>> = {
  Organization: [
    facet<OrganizationsByTypeQuery>(
      'type',
      OrganizationsByTypeDocument,
      (f, ids) => ({ where: organizationsWhere(f, ids, 'type') }),
      (answer, t) => named(answer.organizationsConnection.facets.typename, (value) => t(`kind.${value}`)),
    ),
    facet<OrganizationsByCountryQuery>(
      'country',
      OrganizationsByCountryDocument,
      (f, ids, lang) => ({ where: organizationsWhere(f, ids, 'country'), lang }),
      (answer, t) => countries(answer.organizationsConnection.facets.country, t),
    ),
    facet<OrganizationsByAgreementKindQuery>(
      'agreementKind',
      OrganizationsByAgreementKindDocument,
      (f, ids) => ({ where: organizationsWhere(f, ids, 'agreementKind') }),
      (answer, t) =>
        named(answer.organizationsConnection.facets.agreements.kind, (value) => kindOf(value, t), t('find.none_agreementKind')),
    ),
  ],
  Agreement: [
    facet<AgreementsByKindQuery>(
      'agreementKind',
      AgreementsByKindDocument,
      (f, ids) => ({ where: agreementsWhere(f, ids, 'agreementKind') }),
      (answer, t) => named(answer.agreementsConnection.facets.kind, (value) => kindOf(value, t)),
    ),
    facet<AgreementsByCountryQuery>(
      'country',
      AgreementsByCountryDocument,
      (f, ids, lang) => ({ where: agreementsWhere(f, ids, 'country'), lang }),
      (answer, t) => countries(answer.agreementsConnection.facets.parties.country, t),
    ),
    facet<AgreementsByYearQuery>(
      'year',
      AgreementsByYearDocument,
      (f, ids) => {
        const signed = agreementsWhere(f, ids, 'year');
        return { signed, begun: { AND: [signed, unsigned] } };
      },
      ({ signed, begun }, t) => years([...signed.facets.signedOn.filter(({ value }) => value !== null), ...begun.facets.startDate], t),
    ),
  ],
  Event: [
    facet<EventsByCountryQuery>(
      'country',
      EventsByCountryDocument,
      (f, ids, lang) => ({ where: eventsWhere(f, ids, 'country'), lang }),
      (answer, t) => countries(answer.eventsConnection.facets.country, t),
    ),
    facet<EventsByYearQuery>(
      'year',
      EventsByYearDocument,
      (f, ids) => ({ where: eventsWhere(f, ids, 'year') }),
      (answer, t) => years(answer.eventsConnection.facets.startDate, t),
    ),
  ],
};

/** How many there are, by the weakest basis that counts. */
export const basisFacets: Partial<Record<Group, Pick<Facet, 'variables'> & { document: TypedDocumentString<AgreementsByBasisQuery, Record<string, unknown>> }>> = {
  Organization: { document: OrganizationsByBasisDocument as never, variables: (f, ids) => ({ where: organizationsWhere(f, ids) }) },
  Agreement: { document: AgreementsByBasisDocument as never, variables: (f, ids) => ({ where: agreementsWhere(f, ids) }) },
  Event: { document: EventsByBasisDocument as never, variables: (f, ids) => ({ where: eventsWhere(f, ids) }) },
};

/** What a kind of agreement is called. */
export function kindOf(kind: string, t: TFunction): string {
  return t(`sort.${kind}`);
}

function named<T extends string>(counted: Counted<T>, name: (value: T) => string, without = ''): Value[] {
  return counted.map(({ value, count }) => ({ value: value ?? none, name: value === null ? without : name(value), count }));
}

function countries(counted: Countries, t: TFunction): Value[] {
  return counted.map(({ node, count }) => ({ value: node?.code ?? none, name: node?.label ?? t('find.none_country'), count }));
}

/** Years, the latest first; one that is counted in two ways is one. */
function years(counted: Counted<string>, t: TFunction): Value[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counted) sums.set(value ?? none, (sums.get(value ?? none) ?? 0) + count);
  return [...sums]
    .map(([value, count]) => ({ value, name: value === none ? t('find.none_year') : value, count }))
    .sort((a, b) => Number(a.value === none) - Number(b.value === none) || b.value.localeCompare(a.value));
}
