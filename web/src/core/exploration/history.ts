// Undo and redo, of whatever value.

/** A value with what it was before and, after an undo, what it was later. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
}

/** A history that begins now. */
export function start<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Takes a step. A step that changes nothing is none. */
export function step<T>(h: History<T>, to: T): History<T> {
  return to === h.present ? h : { past: [...h.past, h.present], present: to, future: [] };
}

/** Goes back one step. */
export function undo<T>(h: History<T>): History<T> {
  if (h.past.length === 0) return h;
  return { past: h.past.slice(0, -1), present: h.past.at(-1)!, future: [h.present, ...h.future] };
}

/** Goes forward one step. */
export function redo<T>(h: History<T>): History<T> {
  if (h.future.length === 0) return h;
  return { past: [...h.past, h.present], present: h.future[0]!, future: h.future.slice(1) };
}
