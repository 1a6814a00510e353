// useAsk asks for as long as a component is shown, and once more when what it asks changes.
import { useCallback, useEffect, useState } from 'react';

import type { TypedDocumentString } from '../generated/operations';
import { type Answer, ask } from './api';

/** An answer, or the wait for one. */
export interface Asking<Data> extends Partial<Answer<Data>> {
  /** When the question was asked, by performance.now(); undefined when nothing is awaited. */
  since?: number;
  /** Ends the wait. */
  cancel: () => void;
  cancelled: boolean;
  /** Asks again, past the cache. */
  again: () => void;
}

interface State<Data> {
  key: string;
  since?: number;
  answer?: Answer<Data>;
  cancelled: boolean;
}

/** Asks a question; null variables ask nothing. While a changed question is asked, the last answer stays if `keep` is set. */
export function useAsk<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
  keep = false,
): Asking<Data> {
  const key = variables ? JSON.stringify(variables) : '';
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<Data>>({ key: '', cancelled: false });

  useEffect(() => {
    if (key === '') return;
    let stop = () => {};
    setState((last) => ({ key, since: performance.now(), answer: keep || last.key === key ? last.answer : undefined, cancelled: false }));
    stop = ask(document, JSON.parse(key) as Variables, (answer) => setState({ key, answer, cancelled: false }), round > 0);
    cancels.set(key, () => {
      stop();
      setState((last) => ({ key, answer: last.answer, cancelled: true }));
    });
    return () => {
      cancels.delete(key);
      stop();
    };
  }, [document, key, keep, round]);

  const cancel = useCallback(() => cancels.get(key)?.(), [key]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  const current = state.key === key || keep;
  return {
    ...(current && key !== '' ? state.answer : undefined),
    since: key === '' ? undefined : state.key === key ? state.since : performance.now(),
    cancelled: state.key === key && state.cancelled,
    cancel,
    again,
  };
}

const cancels = new Map<string, () => void>();
