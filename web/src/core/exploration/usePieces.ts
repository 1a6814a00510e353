// usePieces asks what an exploration needs: what is around its beginnings, and each expansion. An expansion that is undone
// leaves, and comes back from the cache.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { NeighbourhoodDocument, type NeighbourhoodQuery, type NeighbourhoodQueryVariables } from '../../generated/operations';
import { type Answer, ask, type Truncation } from '../api';
import type { Exploration } from './exploration';
import type { Piece } from './network';

/** The most entities that an exploration opens with, beside those that it begins with. */
export const openingLimit = 300;

/** The answers that are there, in the order of the exploration, and what is still awaited. */
export interface Pieces {
  pieces: Piece[];
  truncated: Truncation[];
  since?: number;
  error?: Answer<NeighbourhoodQuery>['error'];
  cancelled: boolean;
  cancel: () => void;
  again: () => void;
}

/** The questions of an exploration. */
export function questions(e: Exploration, lang: string): NeighbourhoodQueryVariables[] {
  const first = { of: [...e.of], perNode: 25, limit: openingLimit, lang };
  return [first, ...e.expansions.map(({ id, through }) => ({ of: [id], through, perNode: 200, limit: openingLimit, lang }))];
}

/** Asks for as long as it is shown. */
export function usePieces(exploration: Exploration, lang: string): Pieces {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer<NeighbourhoodQuery>>>(new Map());
  const [since, setSince] = useState(() => performance.now());
  const [cancelled, setCancelled] = useState(false);
  const [round, setRound] = useState(0);
  const running = useRef(new Map<string, () => void>());
  const wanted = useMemo(() => questions(exploration, lang).map((variables) => JSON.stringify(variables)), [exploration, lang]);

  useEffect(() => {
    for (const [key, stop] of running.current) {
      if (wanted.includes(key)) continue;
      stop();
      running.current.delete(key);
      setAnswers((last) => new Map([...last].filter(([other]) => other !== key)));
    }
    for (const key of wanted) {
      if (running.current.has(key)) continue;
      setSince(performance.now());
      setCancelled(false);
      const variables = JSON.parse(key) as NeighbourhoodQueryVariables;
      const stop = ask(
        NeighbourhoodDocument,
        variables,
        (answer) => setAnswers((last) => new Map(last).set(key, answer)),
        round > 0,
      );
      running.current.set(key, stop);
    }
  }, [wanted, round]);

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stop of all.values()) stop();
      all.clear();
    };
  }, []);

  const again = useCallback(() => {
    for (const stop of running.current.values()) stop();
    running.current.clear();
    setAnswers(new Map());
    setRound((n) => n + 1);
  }, []);
  const cancel = useCallback(() => {
    for (const stop of running.current.values()) stop();
    setCancelled(true);
  }, []);

  return useMemo(() => {
    const there = wanted.flatMap((key) => answers.get(key) ?? []);
    return {
      pieces: there.flatMap((answer) => answer.data?.neighbourhood ?? []),
      truncated: there.flatMap((answer) => answer.truncated),
      error: there.find((answer) => answer.error)?.error,
      since: there.length < wanted.length && !cancelled ? since : undefined,
      cancelled: there.length < wanted.length && cancelled,
      cancel,
      again,
    };
  }, [wanted, answers, since, cancelled, cancel, again]);
}
