// What can be selected at once: everything, what is tied to the selection, its opposite, all of a kind, a group.
import type { Kind } from '../types';
import type { Network } from './network';

/** A way to select. */
export type Choice = { what: 'all' | 'none' | 'invert' | 'neighbours' } | { what: 'kind'; kind: Kind } | { what: 'group'; members: readonly string[] };

/** The entities that are selected after a choice, in the order of the network. */
export function choose({ entities, ties }: Network, selected: readonly string[], choice: Choice): string[] {
  const before = new Set(selected);
  const those = (is: (id: string) => boolean) => [...entities.keys()].filter(is);
  switch (choice.what) {
    case 'all':
      return [...entities.keys()];
    case 'none':
      return [];
    case 'invert':
      return those((id) => !before.has(id));
    case 'kind':
      return those((id) => entities.get(id)!.__typename === choice.kind);
    case 'group': {
      const members = new Set(choice.members);
      return those((id) => members.has(id));
    }
    case 'neighbours': {
      const near = new Set(ties.flatMap(({ a, b }) => (before.has(a) || before.has(b) ? [a, b] : [])));
      return [...before, ...those((id) => near.has(id) && !before.has(id))];
    }
  }
}
