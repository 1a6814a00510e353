// usePieces asks what an exploration needs: what is around its beginnings, and each expansion. An expansion that is undone
// leaves, and comes back from the cache.
import { useCallback, useEffect, useMemo, useState } from 'react';

import { NeighbourhoodDocument, type NeighbourhoodQuery, type NeighbourhoodQueryVariables } from '../../generated/operations';
import { type Answer, ask, type Truncation } from '../api';
import { useReturn } from '../health';
import { scopeVariables, useScope } from '../scope';
import type { Exploration } from './exploration';
import type { Piece } from './network';
import { Questions } from './questions';

/** The most entities that an exploration opens with, beside those that it begins with. */
export const openingLimit = 300;

/** The most relationships of one type that an expansion brings. */
export const perExpansion = 200;

/** The answers that are there, in the order of the exploration, and what is still awaited. */
export interface Pieces {
  pieces: Piece[];
  truncated: Truncation[];
  since?: number;
  error?: Answer<NeighbourhoodQuery>['error'];
  cancelled: boolean;
  /** Whether the pieces are of other statements, or in another language, than is asked for now. */
  stale: boolean;
  cancel: () => void;
  /** Asks again what was not answered. */
  again: () => void;
}

/** The questions of an exploration. */
export function questions(e: Pick<Exploration, 'of' | 'only' | 'expansions'>): Omit<NeighbourhoodQueryVariables, 'lang'>[] {
  const first = e.only ? { of: [...e.of], through: null, perNode: perExpansion, limit: 0 } : { of: [...e.of], perNode: 25, limit: openingLimit };
  return [first, ...e.expansions.map(({ id, through }) => ({ of: [id], through, perNode: perExpansion, limit: openingLimit }))];
}

/** Asks for as long as it is shown. */
export function usePieces(exploration: Exploration, lang: string): Pieces {
  const [version, setVersion] = useState(0);
  const [asked] = useState(
    () =>
      new Questions<Answer<NeighbourhoodQuery>>(
        (key, fresh, answered) => ask(NeighbourhoodDocument, JSON.parse(key) as NeighbourhoodQueryVariables, answered, { fresh }),
        () => setVersion((n) => n + 1),
      ),
  );
  const scope = useScope();
  const { of, only, expansions } = exploration;
  const wanted = useMemo(
    () =>
      questions({ of, only, expansions }).map((variables) => ({
        slot: JSON.stringify(variables),
        key: JSON.stringify({ ...scopeVariables(scope), ...variables, lang }),
      })),
    [of, only, expansions, lang, scope],
  );

  useEffect(() => asked.want(wanted), [asked, wanted]);
  useEffect(() => () => asked.end(), [asked]);

  // What was answered before the server was gone stays on the screen.
  useReturn(() => asked.returned());
  const cancel = useCallback(() => asked.cancel(), [asked]);
  const again = useCallback(() => asked.again(), [asked]);

  return useMemo(() => {
    const { answers, ...state } = asked.read(wanted);
    return {
      pieces: answers.flatMap((answer) => answer.data?.neighbourhood ?? []),
      truncated: answers.flatMap((answer) => answer.truncated),
      error: answers.find((answer) => answer.error)?.error,
      ...state,
      cancel,
      again,
    };
  }, [asked, wanted, version, cancel, again]);
}
