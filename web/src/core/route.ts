// Where the reader is: each place has an address that opens it again, in another browser too.
import { type CompareAsk, parseCompare, writeCompare } from './asked/compare';
import { type DockingAsk, parseDocking, writeDocking } from './asked/docking';
import { parsePaths, type PathsAsk, writePaths } from './asked/paths';
import { type Exploration, parseExploration, writeExploration } from './exploration/exploration';
import { type Look, parseLook, writeLook } from './exploration/look';
import { type Finding, parseFinding, writeFinding } from './finding';
import { type Measuring, parseMeasuring, writeMeasuring } from './measuring';

export { go, useAddress } from './address';

/** The views of an exploration. */
export const views = ['graph', 'map', 'matrix', 'table', 'timeline'] as const;

/** The name of a view. */
export type View = (typeof views)[number];

/** What narrows the partnerships on the page of a country. */
export interface CountryAsk {
  /** A country's code. */
  with?: string;
  /** A kind of agreement. */
  kind?: string;
  year?: string;
  /** Which page: what comes behind a cursor, or before one. */
  after?: string;
  before?: string;
}

/** A place in the explorer. */
export type Route =
  | { page: 'home' }
  | { page: 'find'; finding: Finding }
  | { page: 'entity'; id: string; at?: string; ask?: CountryAsk }
  | { page: 'paths'; ask: PathsAsk }
  | { page: 'docking'; ask: DockingAsk }
  | { page: 'compare'; ask: CompareAsk }
  | { page: 'explore'; exploration: Exploration; view: View; selected: string[]; look?: Look }
  | { page: 'measures'; measuring: Measuring }
  | { page: 'none' };

/** Reads an address. */
export function parseRoute(pathname: string, search: string): Route {
  if (pathname === '/') return { page: 'home' };
  if (pathname === '/find') return { page: 'find', finding: parseFinding(new URLSearchParams(search)) };
  if (pathname === '/measures') return { page: 'measures', measuring: parseMeasuring(new URLSearchParams(search)) };
  const entity = /^\/entity\/(.+)$/.exec(pathname);
  const query = new URLSearchParams(search);
  if (entity) return { page: 'entity', id: decode(entity[1]!), ...parseEntity(query) };
  if (pathname === '/paths') return { page: 'paths', ask: parsePaths(query) };
  if (pathname === '/docking') return { page: 'docking', ask: parseDocking(query) };
  if (pathname === '/compare') return { page: 'compare', ask: parseCompare(query) };
  if (pathname !== '/explore') return { page: 'none' };
  const exploration = parseExploration(query);
  if (exploration.of.length === 0) return { page: 'home' };
  const view = views.find((name) => name === query.get('view')) ?? 'graph';
  return { page: 'explore', exploration, view, selected: query.getAll('sel'), look: parseLook(query) };
}

/** Writes an address. */
export function writeRoute(route: Route): string {
  switch (route.page) {
    case 'find': {
      const query = writeFinding(route.finding);
      return query.size > 0 ? `/find?${query}` : '/find';
    }
    case 'entity':
      return writeEntity(route);
    case 'paths':
      return writePaths(route.ask);
    case 'docking':
      return writeDocking(route.ask);
    case 'compare':
      return writeCompare(route.ask);
    case 'explore': {
      const query = writeExploration(route.exploration);
      if (route.view !== 'graph') query.set('view', route.view);
      for (const id of route.selected) query.append('sel', id);
      writeLook(route.look ?? {}, query);
      return `/explore?${query}`;
    }
    case 'measures': {
      const query = writeMeasuring(route.measuring);
      return query.size > 0 ? `/measures?${query}` : '/measures';
    }
    default:
      return '/';
  }
}

/** What an entity's address says beside its id; what is no kind and no year is left out. */
function parseEntity(query: URLSearchParams): { at?: string; ask?: CountryAsk } {
  const [at, partner, kind, year, after, before] = ['at', 'with', 'kind', 'year', 'after', 'before'].map((name) => query.get(name));
  const ask = {
    ...(partner && { with: partner }),
    ...(kind && /^[A-Z_]+$/.test(kind) && { kind }),
    ...(year && /^\d{4}$/.test(year) && { year }),
    ...(after ? { after } : before && { before }),
  };
  return { ...(at && { at }), ...(Object.keys(ask).length > 0 && { ask }) };
}

function writeEntity({ id, at, ask = {} }: Extract<Route, { page: 'entity' }>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ at, ...ask })) if (value) query.set(name, value);
  return `/entity/${encodeURIComponent(id)}${query.size > 0 ? `?${query}` : ''}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
