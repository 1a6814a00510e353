// What is on the screen: its title, and what a citation or a download takes. The page that is shown puts it here, and the
// share dialog reads it.
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import type { CitedSource } from './cite';
import type { Drawing } from './download/picture';
import { type Shown, statementsOf } from './download/shown';

/** What is on the screen. */
export interface Screen {
  title: string;
  shown?: Shown;
  /** Draws the picture as it stands, where there is one. */
  draw?: () => Omit<Drawing, 'title' | 'link'>;
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
    set({ ...screen, title, shown });
    return () => set({ ...screen, title: '', shown: undefined });
  }, [title, shown]);
}

/** Takes what a part of the page shows: a list that came later, or in pages. */
export const PartsOnScreen = createContext<(name: string, shown: Shown | undefined) => void>(() => {});

/** What the parts of a page say that they show, and the function that they say it to. */
export function usePartsOnScreen() {
  const [parts, setParts] = useState<Readonly<Record<string, Shown>>>({});
  const put = useMemo(
    () => (name: string, shown: Shown | undefined) =>
      setParts(({ [name]: _, ...others }) => (shown ? { ...others, [name]: shown } : others)),
    [],
  );
  return { parts, put };
}

/** Says what a part of the page shows, for as long as it does. */
export function usePartOnScreen(name: string, shown: Shown | undefined) {
  const put = useContext(PartsOnScreen);
  useEffect(() => {
    if (!shown) return;
    put(name, shown);
    return () => put(name, undefined);
  }, [put, name, shown]);
}

/** Says how the picture on the screen is drawn, for as long as it is there. */
export function usePutPicture(draw: Screen['draw']) {
  useEffect(() => {
    set({ ...screen, draw });
    return () => set({ ...screen, draw: undefined });
  }, [draw]);
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
