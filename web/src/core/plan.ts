// Asks the server for the Cypher of a question, which some servers tell: {"extensions": {"guanxi": {"plan": true}}}.
import type { Entry } from './journal';

/** What a question becomes. */
export interface Plan {
  cypher: string;
  params: Record<string, unknown>;
  /** Milliseconds in the database. */
  dbTime: number;
  /** What was read beforehand, for a question that is computed. */
  reads?: readonly object[];
}

/** The question as a command for a shell. */
export function curlOf({ query, variables }: Pick<Entry, 'query' | 'variables'>, origin: string): string {
  const body = JSON.stringify({ query, variables });
  return `curl ${origin}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", `'\\''`)}'`;
}

/** The Cypher of a question, or that it is not told. */
export async function planOf({ query, variables }: Entry): Promise<Plan | 'untold'> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, extensions: { guanxi: { plan: true } } }),
    });
    const answer = (await response.json()) as { extensions?: { guanxi?: Plan } };
    return answer.extensions?.guanxi?.cypher ? answer.extensions.guanxi : 'untold';
  } catch {
    return 'untold';
  }
}
