// Asks the server. Every question goes through `ask`: its answer is kept by its text and variables (urql's document
// cache: one entity answers differently in two questions), and it is noted in the journal that "show the query" reads.
// Which statements count is added here, as the address has it: every operation declares those variables.
import { cacheExchange, Client, type CombinedError, fetchExchange } from '@urql/core';

import type { TypedDocumentString } from '../generated/operations';
import { lost, met } from './health';
import { journal } from './journal';
import { parseScope, scopeVariables, withoutDoubts } from './scope';
import { askStreamed, type Progress, type Result } from './stream';

/** A list that the server cut at a bound of its own, as `extensions.truncated` tells it. */
export interface Truncation {
  path: (string | number)[];
  limit: number;
}

/** What came of a question. */
export interface Answer<Data> {
  data?: Data;
  error?: CombinedError;
  truncated: Truncation[];
  /** How long the answer took, in milliseconds. */
  took: number;
}

const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});

/** How a question is asked. */
export interface Manner {
  /** Past the cache. */
  fresh?: boolean;
  /** Takes how far a long computation is. */
  told?: (progress: Progress) => void;
}

/** Asks, and gives what ends the wait: the server then ends its statement in the database. */
export function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  answered: (answer: Answer<Data>) => void,
  { fresh = false, told }: Manner = {},
): () => void {
  const started = performance.now();
  const scope = parseScope(location.search);
  const scoped = { ...scopeVariables(scope), ...variables };
  const query = withoutDoubts(document.toString(), scope);
  const entry = journal.open(query, scoped);
  const take = ({ data, error, extensions }: Result<Data>) => {
    const took = performance.now() - started;
    const truncated = (extensions?.truncated ?? []) as Truncation[];
    journal.close(entry, took, truncated);
    if (isUnreachable(error)) lost();
    else met();
    answered({ data, error, truncated, took });
  };
  const end = told ? computed(query, scoped, fresh, told, take) : answer(query, scoped, fresh, take);
  return () => {
    end();
    journal.remove(entry);
  };
}

/** Takes an answer at once. */
function answer<Data>(query: string, variables: Record<string, unknown>, fresh: boolean, take: (result: Result<Data>) => void) {
  const { unsubscribe } = client.query<Data>(query, variables, { requestPolicy: fresh ? 'network-only' : 'cache-first' }).subscribe(take);
  return unsubscribe;
}

/** Takes an answer that is computed for a while, and keeps it. */
function computed<Data>(
  query: string,
  variables: Record<string, unknown>,
  fresh: boolean,
  told: (progress: Progress) => void,
  take: (result: Result<Data>) => void,
) {
  const key = JSON.stringify([query, variables]);
  const ending = new AbortController();
  const kept = fresh ? undefined : (computedAnswers.get(key) as Result<Data> | undefined);
  void (kept ? Promise.resolve(kept) : askStreamed<Data>(query, variables, told, ending.signal)).then((result) => {
    if (ending.signal.aborted) return;
    if (!result.error) computedAnswers.set(key, result);
    take(result);
  });
  return () => ending.abort();
}

const computedAnswers = new Map<string, Result<unknown>>();

/** Whether an error says that the entity asked for is not there. */
export function isNotFound(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some((e) => /^no \w+( \(entity\))? has the (id|code)/.test(e.message)) ?? false;
}

/** Whether a question took more than one may, which planning it for the first time can. */
export function isTooExpensive(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some((e) => e.extensions.code === 'TOO_EXPENSIVE') ?? false;
}

/** Whether the server, or its database, could not be reached. */
export function isUnreachable(error: CombinedError | undefined): boolean {
  return !!error?.networkError || (error?.graphQLErrors.some((e) => e.extensions.code === 'SERVICE_UNAVAILABLE') ?? false);
}
