// Asks a question whose answer is computed for a while: the server then tells by events how far it is, before the answer.
// A server that knows no such events answers at once, and nothing is told.
import { CombinedError } from '@urql/core';

/** How far a computation is: `done` of `of`, which is 0 where nobody knows how much there is to do. */
export interface Progress {
  stage: string;
  done: number;
  of: number;
}

/** An answer of GraphQL. */
export interface Result<Data> {
  data?: Data;
  error?: CombinedError;
  extensions?: Record<string, unknown>;
}

/** Asks until the signal ends it, and gives the answer. */
export async function askStreamed<Data>(
  query: string,
  variables: Record<string, unknown>,
  told: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result<Data>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream; progress=true' },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return resultOf(await response.json());
    let result: Result<Data> | undefined;
    for await (const { name, data } of eventsOf(response.body!)) {
      if (name === 'progress') told(JSON.parse(data) as Progress);
      if (name === 'next') result = resultOf<Data>(JSON.parse(data));
    }
    return result ?? unanswered(new Error('the answer ended before it was whole'));
  } catch (error) {
    return unanswered(error as Error);
  }
}

/** The events of a response, as they come. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; data: string }> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop()!;
    for (const event of events) {
      const field = (name: string) =>
        event
          .split('\n')
          .flatMap((line) => (line.startsWith(`${name}:`) ? line.slice(name.length + 1).replace(/^ /, '') : []))
          .join('\n');
      yield { name: field('event'), data: field('data') };
    }
  }
}

function resultOf<Data>(answer: unknown): Result<Data> {
  const { data, errors, extensions } = answer as { data?: Data; errors?: object[]; extensions?: Record<string, unknown> };
  return { data: data ?? undefined, extensions, error: errors ? new CombinedError({ graphQLErrors: errors }) : undefined };
}

function unanswered<Data>(networkError: Error): Result<Data> {
  return { error: new CombinedError({ networkError }) };
}
