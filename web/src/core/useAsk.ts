// useAsk asks for as long as a component is shown, and once more when what it asks changes, or when the server is back
// that had left it without an answer.
import { useCallback, useEffect, useRef, useState } from 'react';

import type { TypedDocumentString } from '../generated/operations';
import { type Answer, ask, isUnreachable } from './api';
import { useReturn } from './health';
import { scopeVariables, useScope } from './scope';
import type { Progress } from './stream';

/** An answer, or the wait for one. */
export interface Asking<Data> extends Partial<Answer<Data>> {
  /** When the question was asked, by performance.now(); undefined when nothing is awaited. */
  since?: number;
  /** How far a long computation is, where that is told. */
  progress?: Progress;
  /** Ends the wait. */
  cancel: () => void;
  cancelled: boolean;
  /** Asks again, past the cache. */
  again: () => void;
}

interface State<Data> {
  /** What the answer is one to. */
  document?: unknown;
  key: string;
  since?: number;
  progress?: Progress;
  answer?: Answer<Data>;
  cancelled: boolean;
}

/** Asks a question; null variables ask nothing. While a changed question is asked, the last answer stays if `keep` is set.
    One that is `long` in computing tells how far it is. */
export function useAsk<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
  keep = false,
  long = false,
): Asking<Data> {
  const scope = useScope();
  const key = variables ? JSON.stringify({ ...scopeVariables(scope), ...variables }) : '';
  const [round, setRound] = useState(0);
  const asked = useRef(0); // the round that was asked last: only a new one goes past the cache
  const [state, setState] = useState<State<Data>>({ key: '', cancelled: false });
  const ending = useRef(() => {});

  useEffect(() => {
    if (key === '') return;
    const stays = (last: State<Data>) => last.document === document && (keep || last.key === key);
    const now = { document, key, cancelled: false };
    setState((last) => ({ ...now, since: performance.now(), answer: stays(last) ? last.answer : undefined }));
    const answered = (answer: Answer<Data>) =>
      setState((last) => ({ ...now, answer: isUnreachable(answer.error) ? { ...answer, data: last.answer?.data } : answer }));
    const told = (progress: Progress) => setState((last) => ({ ...last, progress }));
    const fresh = round !== asked.current;
    asked.current = round;
    const stop = ask(document, JSON.parse(key) as Variables, answered, { fresh, told: long ? told : undefined });
    ending.current = () => {
      stop();
      setState((last) => ({ ...now, answer: last.answer, cancelled: true }));
    };
    return stop;
  }, [document, key, keep, long, round]);

  const cancel = useCallback(() => ending.current(), []);
  const again = useCallback(() => setRound((n) => n + 1), []);
  useReturn(() => isUnreachable(state.answer?.error) && again());
  const same = state.document === document && state.key === key;
  const current = same || (keep && state.document === document);
  return {
    ...(current && key !== '' ? state.answer : undefined),
    since: key === '' ? undefined : same ? state.since : performance.now(),
    progress: same ? state.progress : undefined,
    cancelled: same && state.cancelled,
    cancel,
    again,
  };
}
