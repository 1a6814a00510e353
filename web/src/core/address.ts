// The address that the browser shows, and how one goes to another. What holds for every page (which statements count,
// whether the page is embedded in another, and the language that the address names) is carried along.
import { useMemo, useSyncExternalStore } from 'react';

/** The names in an address that go along from page to page. */
export const carriedNames = ['basis', 'valid', 'known', 'embed', 'lang'] as const;

/** An address with what the present one carries. What it says itself stays. */
export function carry(to: string, search: string): string {
  const [path, query] = to.split('?', 2);
  const [own, present] = [new URLSearchParams(query), new URLSearchParams(search)];
  for (const name of carriedNames) {
    const value = present.get(name);
    if (value && !own.has(name)) own.set(name, value);
  }
  return own.size > 0 ? `${path}?${own}` : path!;
}

/** Goes to an address, with what is carried. `replace` keeps the browser's "back" where it was. */
export function go(to: string, replace = false) {
  goExactly(carry(to, location.search), replace);
}

/** Goes to an address as it stands. */
export function goExactly(to: string, replace = false) {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, '', to);
  else {
    const there = to.split('?', 1)[0] === location.pathname;
    history.pushState(null, '', to);
    if (!there) scrollTo(0, 0); // a choice on a page leaves the reader where it was made
  }
  for (const listener of listeners) listener();
}

/** The place that the browser shows now. */
export function useAddress(): { pathname: string; search: string } {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const [pathname, search = ''] = address.split(/(?=\?)/, 2);
  return { pathname: pathname!, search };
}

/** What an address of ours becomes with what is carried now. */
export function useCarried(to: string): string {
  const part = useSyncExternalStore(subscribe, () => carriedPart(location.search));
  return useMemo(() => carry(to, part), [to, part]);
}

let last = { search: '', part: '' };

/** Of what an address asks, that which is carried. A page has many links: it is read once for all of them. */
export function carriedPart(search: string): string {
  if (search !== last.search) last = { search, part: carry('', search) };
  return last.part;
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
