// Whether the server answers. A question that it left unanswered tells that it is gone; from then on it is asked, ever
// less often until it answers a question, whether it is back, and whoever waits for that is told.
import { useEffect, useRef, useSyncExternalStore } from 'react';

const [first, slowest] = [2_000, 15_000]; // ms between two looks

let away = false;
let returns = 0;
let pause = first;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Notes that a question was left unanswered. */
export function lost() {
  if (away) return;
  away = true;
  tell();
  look();
}

/** Notes that a question was answered. */
export function met() {
  pause = first;
}

function look() {
  setTimeout(async () => {
    const ready = await fetch('/readyz', { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (!ready) return look();
    away = false;
    returns++;
    tell();
  }, pause);
  pause = Math.min(pause * 1.5, slowest);
}

/** Whether the server is gone, as far as is known. */
export function useAway(): boolean {
  return useSyncExternalStore(subscribe, () => away);
}

/** Does something each time the server is back. */
export function useReturn(then: () => unknown) {
  const count = useSyncExternalStore(subscribe, () => returns);
  const [latest, seen] = [useRef(then), useRef(count)];
  latest.current = then;
  useEffect(() => {
    if (count === seen.current) return;
    seen.current = count;
    latest.current();
  }, [count, seen]);
}
