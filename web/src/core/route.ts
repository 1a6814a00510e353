// Where the reader is: each place has an address that opens it again, in another browser too.
import { useSyncExternalStore } from 'react';

import { type Exploration, parseExploration, writeExploration } from './exploration/exploration';

/** The views of an exploration. */
export const views = ['graph', 'table', 'timeline'] as const;

/** The name of a view. */
export type View = (typeof views)[number];

/** A place in the explorer. */
export type Route =
  | { page: 'home' }
  | { page: 'entity'; id: string }
  | { page: 'explore'; exploration: Exploration; view: View; selected: string[] }
  | { page: 'none' };

/** Reads an address. */
export function parseRoute(pathname: string, search: string): Route {
  if (pathname === '/') return { page: 'home' };
  const entity = /^\/entity\/(.+)$/.exec(pathname);
  if (entity) return { page: 'entity', id: decode(entity[1]!) };
  if (pathname !== '/explore') return { page: 'none' };
  const query = new URLSearchParams(search);
  const exploration = parseExploration(query);
  if (exploration.of.length === 0) return { page: 'home' };
  const view = views.find((name) => name === query.get('view')) ?? 'graph';
  return { page: 'explore', exploration, view, selected: query.getAll('sel') };
}

/** Writes an address. */
export function writeRoute(route: Route): string {
  switch (route.page) {
    case 'entity':
      return `/entity/${encodeURIComponent(route.id)}`;
    case 'explore': {
      const query = writeExploration(route.exploration);
      if (route.view !== 'graph') query.set('view', route.view);
      for (const id of route.selected) query.append('sel', id);
      return `/explore?${query}`;
    }
    default:
      return '/';
  }
}

/** Goes to an address. `replace` keeps the browser's "back" where it was. */
export function go(to: string, replace = false) {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', to);
  else {
    history.pushState(null, '', to);
    scrollTo(0, 0);
  }
  for (const listener of listeners) listener();
}

/** The place that the browser shows now. */
export function useAddress(): { pathname: string; search: string } {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const [pathname, search = ''] = address.split(/(?=\?)/, 2);
  return { pathname: pathname!, search };
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
