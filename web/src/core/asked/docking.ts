// What the page of docking asks: for whom partners are sought, and what is wanted of them. The address holds it.

/** What a partner can be wanted for. */
export const roles = ['CURRICULUM', 'RESEARCH', 'CAREERS'] as const;

/** One of them. */
export type Role = (typeof roles)[number];

/** What is asked. */
export interface DockingAsk {
  for?: string;
  fields: readonly string[];
  /** ISO 3166-1 alpha-2 codes. */
  countries: readonly string[];
  roles: readonly Role[];
}

/** Reads an address. */
export function parseDocking(query: URLSearchParams): DockingAsk {
  const wanted = query.getAll('role');
  return {
    for: query.get('for') ?? undefined,
    fields: [...new Set(query.getAll('field'))],
    countries: [...new Set(query.getAll('country'))],
    roles: roles.filter((role) => wanted.includes(role)),
  };
}

/** Writes an address. */
export function writeDocking({ for: whom, fields, countries, roles }: DockingAsk): string {
  const query = new URLSearchParams();
  if (whom) query.set('for', whom);
  for (const id of fields) query.append('field', id);
  for (const code of countries) query.append('country', code);
  for (const role of roles) query.append('role', role);
  return query.size > 0 ? `/docking?${query}` : '/docking';
}
