// Light or dark: as the system has it, unless the reader chose.
import { useSyncExternalStore } from 'react';

import { keep, kept } from './kept';

/** The choices. */
export const themes = ['system', 'light', 'dark'] as const;

/** A choice. */
export type Theme = (typeof themes)[number];

const place = 'guanxi.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Theme = themes.find((theme) => theme === kept(place)) ?? 'system';

function tell() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

function isDark(): boolean {
  return chosen === 'dark' || (chosen === 'system' && system.matches);
}

system.addEventListener('change', tell);
tell();

/** Chooses, and keeps the choice. */
export function choose(theme: Theme) {
  chosen = theme;
  keep(place, theme);
  tell();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The choice. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen);
}

/** Whether the page is dark now. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
