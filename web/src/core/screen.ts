// What is on the screen: its title, and what a citation or a download takes. The page that is shown puts it here, and the
// share dialog reads it.
import { useEffect, useSyncExternalStore } from 'react';

import type { CitedSource } from './cite';
import { type Shown, statementsOf } from './download/shown';

/** What is on the screen. */
export interface Screen {
  title: string;
  shown?: Shown;
}

let screen: Screen = { title: '' };
const listeners = new Set<() => void>();

function set(to: Screen) {
  screen = to;
  for (const listener of listeners) listener();
}

/** Says what is on the screen for as long as a page is. It names the browser's tab, too. */
export function usePutOnScreen(title: string, shown?: Shown) {
  useEffect(() => {
    document.title = title ? `${title} · Guanxi` : 'Guanxi 关系';
    set({ title, shown });
    return () => set({ title: '' });
  }, [title, shown]);
}

/** Reads what is on the screen. */
export function useScreen(): Screen {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => screen,
  );
}

/** The sources behind what is shown, each once, by title. */
export function sourcesOf({ entities, relationships }: Shown): CitedSource[] {
  const found = new Map<string, CitedSource>();
  for (const relationship of relationships) {
    for (const { source } of statementsOf(relationship)) {
      found.set(source.id, { id: source.id, title: source.title ?? found.get(source.id)?.title ?? source.id });
    }
  }
  for (const e of entities) {
    if (e.__typename !== 'Source') continue;
    const { id, label: title, publisher, publishedOn, url } = e;
    found.set(id, { id, title, publisher, publishedOn, url });
  }
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title));
}
