// The explorer's "Open in GraphiQL" puts a question behind the # of the address, which no server sees and no limit cuts.

/** The question that the address holds, if any. */
export function askedQuestion(hash: string): { query: string; variables?: string } | undefined {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const query = given.get('query');
  return query ? { query, variables: given.get('variables') ?? undefined } : undefined;
}
