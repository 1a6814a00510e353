// Asks the server for the Cypher of a question, which some servers tell: {"extensions": {"guanxi": {"plan": true}}}.
import type { Entry } from './journal';

/** What a question becomes. */
export interface Plan {
  cypher: string;
  params: Record<string, unknown>;
  dbTime: number;
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
