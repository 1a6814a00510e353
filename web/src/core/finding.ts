// A finding is what the reader looks for: words, and filters of which each may have several values. It is what the
// address of the page of results holds, and it becomes the `where` of the questions that the page asks.
import type {
  AgreementKind, AgreementWhere, EntityImplementation, EntityWhere, EventWhere, OrganizationImplementation, OrganizationWhere,
} from '../generated/operations'; // prettier-ignore

/** What the reader looks for. */
export interface Finding {
  q: string;
  /** What to find: a group, or some types of organization. Empty: everything that is called so. */
  type: readonly string[];
  country: readonly string[];
  agreementKind: readonly string[];
  year: readonly string[];
  sort: string;
  /** How many results are shown. */
  show: number;
}

/** The filters, as they stand in an address. */
export type Filter = 'type' | 'country' | 'agreementKind' | 'year';

/** Of a filter, what has no value. */
export const none = 'none';

/** How many results a page shows, and how many more each "more" brings. */
export const pageSize = 50;

/** The most that one page shows. */
export const mostShown = 1000;

/** The types of organization, in the order in which they are listed. */
export const organizationTypes = ['Institution', 'Enterprise', 'GovernmentBody', 'Association', 'Alliance', 'OtherOrganization'] as const;

/** What is listed together. `all` is what a search finds, of whatever type. */
export const groups = ['all', 'Organization', 'Agreement', 'Event', 'Person', 'Programme', 'Field', 'Place', 'Country', 'Figure', 'Source'] as const;

/** The name of a group. */
export type Group = (typeof groups)[number];

/** How the results of a group may be sorted, the usual way first; `best` is by how well the name fits. */
export const sorts: Partial<Record<Group, readonly string[]>> = {
  Organization: ['partners', 'name'],
  Agreement: ['newest', 'oldest', 'title'],
  Event: ['newest', 'oldest', 'name'],
};

const filters: readonly Filter[] = ['type', 'country', 'agreementKind', 'year'];

/** Reads a finding from an address. */
export function parseFinding(query: URLSearchParams): Finding {
  const many = (name: Filter) => [...new Set(query.getAll(name).flatMap((text) => text.split(',')))].filter(Boolean);
  const show = Math.round(Number(query.get('show')) / pageSize) * pageSize;
  return {
    q: query.get('q')?.trim().slice(0, 200) ?? '',
    type: many('type'),
    country: many('country'),
    agreementKind: many('agreementKind'),
    year: many('year').filter((year) => year === none || /^\d{4}$/.test(year)),
    sort: query.get('sort') ?? '',
    show: Math.min(Math.max(show || 0, pageSize), mostShown),
  };
}

/** Writes a finding into an address. */
export function writeFinding(f: Finding): URLSearchParams {
  const query = new URLSearchParams();
  if (f.q) query.set('q', f.q);
  for (const name of filters) for (const value of f[name]) query.append(name, value);
  if (f.sort) query.set('sort', f.sort);
  if (f.show > pageSize) query.set('show', String(f.show));
  return query;
}

/** A finding of words alone. */
export function findWords(q: string): Finding {
  return { q, type: [], country: [], agreementKind: [], year: [], sort: '', show: pageSize };
}

/** What is listed: what the types ask for; without types, all that is called so; without words either, organizations. */
export function groupOf({ q, type, country, agreementKind, year }: Finding): Group {
  const first = type[0];
  const named = groups.find((group) => group === first);
  if (named) return named;
  if (first && isOrganizationType(first)) return 'Organization';
  return q && country.length + agreementKind.length + year.length === 0 ? 'all' : 'Organization';
}

/** Goes to a group: what only another group can be filtered by is left behind. */
export function toGroup(f: Finding, group: Group): Finding {
  return { ...findWords(f.q), type: group === 'all' ? [] : [group], country: group === 'all' ? [] : f.country };
}

/** Switches a value of a filter on or off. */
export function toggle(f: Finding, name: Filter, value: string): Finding {
  const rest = f[name].filter((one) => one !== value && !groups.includes(one as Group));
  const values = f[name].includes(value) ? rest : [...rest, value];
  return { ...f, [name]: name === 'type' && values.length === 0 ? [groupOf(f)] : values, show: pageSize };
}

/** Of organizations, those that pass; `ids` are those that a search found; `except` is a filter that does not count. */
export function organizationsWhere(f: Finding, ids?: readonly string[], except?: Filter): OrganizationWhere {
  const types = f.type.filter(isOrganizationType);
  const where: OrganizationWhere[] = [];
  if (ids) where.push({ id: { in: [...ids] } });
  if (types.length > 0 && except !== 'type') where.push({ typename: types });
  if (f.country.length > 0 && except !== 'country') {
    where.push(any<OrganizationWhere>(f.country, (codes) => ({ country: { code: { in: codes } } }), { NOT: { country: {} } }));
  }
  if (f.agreementKind.length > 0 && except !== 'agreementKind') {
    where.push(
      any<OrganizationWhere>(f.agreementKind, (kinds) => ({ agreements: { some: { kind: { in: kinds as AgreementKind[] } } } }), { NOT: { agreements: { some: {} } } }),
    );
  }
  return { AND: where };
}

/** Of agreements, those that pass. */
export function agreementsWhere(f: Finding, ids?: readonly string[], except?: Filter): AgreementWhere {
  const where: AgreementWhere[] = [];
  if (ids) where.push({ id: { in: [...ids] } });
  if (f.country.length > 0 && except !== 'country') {
    where.push(
      any<AgreementWhere>(f.country, (codes) => ({ parties: { some: { country: { code: { in: codes } } } } }), { parties: { some: { NOT: { country: {} } } } }),
    );
  }
  if (f.agreementKind.length > 0 && except !== 'agreementKind') where.push({ kind: { in: f.agreementKind as AgreementKind[] } });
  if (f.year.length > 0 && except !== 'year') {
    const years = f.year.filter((year) => year !== none);
    where.push({
      OR: [
        ...years.map((year) => ({ signedOn: within(year) })),
        ...years.map((year) => ({ AND: [unsigned, { startDate: within(year) }] })),
        ...(f.year.includes(none) ? [{ AND: [unsigned, { startDate: { eq: null } }] }] : []),
      ],
    });
  }
  return { AND: where };
}

/** Of agreements, those of which no source says when they were signed. */
export const unsigned: AgreementWhere = { signedOn: { eq: null } };

/** When an agreement was signed or, if no source says so, began. */
function dayOf(one: { signedOn?: string | null; startDate?: string | null }): string {
  return one.signedOn ?? one.startDate ?? '';
}

/** Several lists by day as one by day. What has no day stays last. */
export function byDay<One extends { signedOn?: string | null; startDate?: string | null }>(lists: readonly (readonly One[])[], down: boolean): One[] {
  const before = (a: string, b: string) => (a < b ? -1 : Number(a > b)) * (down ? -1 : 1);
  return lists.flat().sort((a, b) => {
    const [one, other] = [dayOf(a), dayOf(b)];
    return one && other ? before(one, other) : Number(!one) - Number(!other);
  });
}

/** Of events, those that pass. */
export function eventsWhere(f: Finding, ids?: readonly string[], except?: Filter): EventWhere {
  const where: EventWhere[] = [];
  if (ids) where.push({ id: { in: [...ids] } });
  if (f.country.length > 0 && except !== 'country') {
    where.push(any<EventWhere>(f.country, (codes) => ({ country: { code: { in: codes } } }), { NOT: { country: {} } }));
  }
  if (f.year.length > 0 && except !== 'year') {
    const years = f.year.filter((year) => year !== none);
    where.push({ OR: [...years.map((year) => ({ startDate: within(year) })), ...(f.year.includes(none) ? [{ startDate: { eq: null } }] : [])] });
  }
  return { AND: where };
}

/** Of all entities, those of a group that has no filters of its own. */
export function entitiesWhere(group: Group, ids?: readonly string[]): EntityWhere {
  return { ...(ids && { id: { in: [...ids] } }), ...(group !== 'all' && { typename: [group as EntityImplementation] }) };
}

/** Adds up the types of organization: in the list of groups they are one. */
export function countGroups(types: readonly { value: string | null; count: number }[]): Map<Group, number> {
  const counts = new Map<Group, number>();
  for (const { value, count } of types) {
    const group = isOrganizationType(value ?? '') ? 'Organization' : groups.find((one) => one === value);
    for (const one of ['all', group] as const) if (one) counts.set(one, (counts.get(one) ?? 0) + count);
  }
  return counts;
}

/** One of some values, or none at all. */
function any<Where>(values: readonly string[], some: (values: string[]) => Where, without: Where): { OR: Where[] } {
  const given = values.filter((value) => value !== none);
  return { OR: [...(given.length > 0 ? [some(given)] : []), ...(values.includes(none) ? [without] : [])] };
}

function within(year: string) {
  return { gte: `${year}-01-01`, lte: `${year}-12-31` };
}

function isOrganizationType(type: string): type is OrganizationImplementation {
  return (organizationTypes as readonly string[]).includes(type);
}
