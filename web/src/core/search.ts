// Puts the two ways of finding together, by words and by a part of the name, into one list without doubles.
import type { SearchQuery } from '../generated/operations';

/** One result. */
export type Hit = SearchQuery['organizations'][number] | SearchQuery['words']['edges'][number]['node'];

/** How well a name meets what was typed: 3 the same, 2 begins so, 1 a word in it begins so, 0 otherwise. */
export function closeness(name: string, phrase: string): number {
  const [a, b] = [name.toLocaleLowerCase(), phrase.trim().toLocaleLowerCase()];
  if (a === b) return 3;
  if (a.startsWith(b)) return 2;
  return a.split(/[\s,()-]+/).some((word) => word.startsWith(b)) ? 1 : 0;
}

/** The results in the order to show them: the closest names first, then what the words' index scores higher. */
export function rank(answer: SearchQuery, phrase: string, most: number): Hit[] {
  const found = new Map<string, { hit: Hit; close: number; score: number }>();
  const add = (hit: Hit, score: number) => {
    const names = [hit.label, 'name' in hit ? hit.name : '', ...('aliases' in hit ? hit.aliases : [])];
    const close = Math.max(...names.map((name) => closeness(name, phrase)));
    const known = found.get(hit.id);
    if (!known || known.score < score) found.set(hit.id, { hit, close, score });
  };
  for (const { node, score } of answer.words.edges) add(node, score);
  const { organizations, agreements, events, people, programmes, countries, places, fields } = answer;
  for (const list of [organizations, programmes, agreements, events, people, countries, places, fields]) {
    for (const hit of list) add(hit, 0);
  }
  return [...found.values()]
    .sort((a, b) => b.close - a.close || b.score - a.score || a.hit.label.localeCompare(b.hit.label))
    .slice(0, most)
    .map(({ hit }) => hit);
}
