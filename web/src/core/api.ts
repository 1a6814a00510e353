// Asks the server. Every question goes through `ask`: its answer is kept by its text and variables (urql's document
// cache: one entity answers differently in two questions), and it is noted in the journal that "show the query" reads.
import { cacheExchange, Client, type CombinedError, fetchExchange } from '@urql/core';

import type { TypedDocumentString } from '../generated/operations';
import { journal } from './journal';

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

/** Asks, and gives what ends the wait: the server then ends its statement in the database. */
export function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  answered: (answer: Answer<Data>) => void,
  fresh = false,
): () => void {
  const started = performance.now();
  const entry = journal.open(document.toString(), variables);
  const { unsubscribe } = client
    .query<Data>(document.toString(), variables, { requestPolicy: fresh ? 'network-only' : 'cache-first' })
    .subscribe((result) => {
      const took = performance.now() - started;
      const truncated = (result.extensions?.truncated ?? []) as Truncation[];
      journal.close(entry, took, truncated);
      answered({ data: result.data, error: result.error, truncated, took });
    });
  return () => {
    unsubscribe();
    journal.remove(entry);
  };
}

/** Whether an error says that the entity asked for is not there. */
export function isNotFound(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some((e) => /^no entity has the id/.test(e.message)) ?? false;
}

/** Whether the server, or its database, could not be reached. */
export function isUnreachable(error: CombinedError | undefined): boolean {
  return !!error?.networkError || (error?.graphQLErrors.some((e) => e.extensions.code === 'SERVICE_UNAVAILABLE') ?? false);
}
