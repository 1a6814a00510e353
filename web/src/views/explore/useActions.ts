// useActions gives what can be done in an exploration, by mouse, touch or keyboard. Each deed is one step, which can be
// undone; selecting is none.
import { useMemo, useRef } from 'react';

import { choose, type Choice } from '../../core/exploration/choose';
import * as exploring from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import { standsFor, type Scene } from '../../core/exploration/scene';
import type { RelationshipType } from '../../generated/operations';

/** What can be done with entities. */
export interface Actions {
  select(id: string, more?: boolean): void;
  selectAll(ids: readonly string[]): void;
  /** Selects many at once; what is told from the selection may be told from others. */
  choose(choice: Choice, from?: readonly string[]): void;
  expand(id: string, through?: RelationshipType): void;
  expandAll(ids: readonly string[]): void;
  hide(id: string): void;
  hideAll(ids: readonly string[]): void;
  /** Hides all but these. */
  hideOthers(ids: readonly string[]): void;
  /** Pins an entity where it stands, or lets it go; what was never drawn stands nowhere. */
  togglePin(id: string): void;
  /** Lays out another way, around or between the given entities, or else those that are selected, or the first ones. */
  arrange(by: exploring.Arrangement['by'], ids?: readonly string[]): void;
  group(by: exploring.Grouping['by'] | undefined): void;
  /** Closes groups into one node each. */
  close(keys: readonly string[]): void;
  open(keys: readonly string[]): void;
}

/** Why a deed is not done: there are too many, or nothing says where. */
export type Refusal = 'mostExpanded' | 'noPlace';

interface Means {
  network: Network;
  scene: Scene;
  selected: readonly string[];
  setSelected: React.Dispatch<React.SetStateAction<readonly string[]>>;
  change: (to: (e: exploring.Exploration) => exploring.Exploration) => void;
  position: (node: string) => exploring.Position | undefined;
  pinned: (node: string) => boolean;
  /** Says why something is not done. */
  refuse: (why: Refusal) => void;
}

/** The deeds. They stay the same as long as the page. */
export function useActions(means: Means): Actions {
  const latest = useRef(means);
  latest.current = means;
  return useMemo(() => {
    const { change, setSelected, refuse } = latest.current;
    const hideAll = (ids: readonly string[]) => {
      const gone = new Set(ids);
      change((e) => exploring.hide(e, ids));
      setSelected((last) => last.filter((one) => !gone.has(one)));
    };
    return {
      select: (id, more) =>
        setSelected((last) => (!more ? (id ? [id] : []) : last.includes(id) ? last.filter((one) => one !== id) : [...last, id])),
      selectAll: (ids) => setSelected(ids),
      choose: (choice, from) => setSelected(choose(latest.current.network, from ?? latest.current.selected, choice)),
      expand: (id, through) => change((e) => exploring.expand(e, id, through)),
      expandAll: (ids) => (ids.length > exploring.mostExpanded ? refuse('mostExpanded') : change((e) => exploring.expandAll(e, ids))),
      hide: (id) => hideAll([id]),
      hideAll,
      hideOthers: (ids) => {
        const kept = new Set(ids);
        change((e) => exploring.hide(e, [...latest.current.network.entities.keys()].filter((id) => !kept.has(id))));
      },
      togglePin: (id) => {
        const node = standsFor(latest.current.scene, id);
        const at = latest.current.position(node);
        if (!at && !latest.current.pinned(node)) return refuse('noPlace');
        change((e) => (node in e.pinned ? exploring.unpin(e, node) : at ? exploring.pin(e, node, at) : e));
      },
      arrange: (by, ids) => change((e) => exploring.arrange(e, arrangementOf(by, ids ?? latest.current.selected, e))),
      group: (by) => change((e) => exploring.group(e, by)),
      close: (keys) => change((e) => exploring.close(e, keys)),
      open: (keys) => change((e) => exploring.open(e, keys)),
    };
  }, []);
}

/** A layout around the entity selected last, or from the first selected to the second. */
function arrangementOf(by: exploring.Arrangement['by'], ids: readonly string[], { of }: exploring.Exploration): exploring.Arrangement {
  if (by === 'force') return { by };
  if (by === 'rings') return { by, from: ids.at(-1) ?? of[0]! };
  const [from, to] = ids.length > 0 ? ids : of;
  return { by, from: from!, ...(to && { to }) };
}
