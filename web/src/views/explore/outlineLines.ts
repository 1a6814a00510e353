// The lines of the outline: groups, the entities in them, and below each entity that was opened what it is tied to.
import type { Network } from '../../core/exploration/network';
import { type Group, groupNode, type Scene } from '../../core/exploration/scene';
import type { EntityPart, RelationshipPart } from '../../core/types';

/** A line: a group, an entity, or one of its relationships, which leads to another entity. */
export interface Line {
  key: string;
  level: number;
  group?: Group;
  entity?: EntityPart;
  relationship?: RelationshipPart;
  /** The key of the line that it stands below. */
  parent?: string;
  /** Whether what is below it is shown; undefined where there is nothing. */
  open?: boolean;
}

/** The lines, of which those below closed ones are left out. */
export function linesOf(scene: Scene, network: Network, ties: ReadonlyMap<string, RelationshipPart[]>, open: ReadonlySet<string>): Line[] {
  const below = (entity: EntityPart, level: number, parent?: string): Line[] => {
    const own: Line = { key: entity.id, level, entity, parent, open: ties.has(entity.id) ? open.has(entity.id) : undefined };
    if (!own.open) return [own];
    const leads = (ties.get(entity.id) ?? []).map((relationship): Line => {
      const other = network.entities.get(relationship.from.id === entity.id ? relationship.to.id : relationship.from.id)!;
      return { key: `${entity.id} ${relationship.id}`, level: level + 1, entity: other, relationship, parent: entity.id };
    });
    return [own, ...leads];
  };
  const grouped = scene.groups.flatMap((group): Line[] => {
    const own: Line = { key: groupNode(group.key), level: 1, group, open: !group.closed };
    if (group.closed) return [own];
    return [own, ...group.members.flatMap((id) => below(network.entities.get(id)!, 2, own.key))];
  });
  const alone = [...network.entities.values()].filter(({ id }) => !scene.groupOf.has(id)).flatMap((entity) => below(entity, 1));
  return [...grouped, ...alone];
}

/** Which of its siblings each line is, counted from 1, and of how many: screen readers see only the lines on the screen. */
export function placesOf(lines: readonly Line[]): { at: number; of: number }[] {
  const siblings = new Map<string | undefined, number>();
  const at = lines.map(({ parent }) => {
    const count = (siblings.get(parent) ?? 0) + 1;
    siblings.set(parent, count);
    return count;
  });
  return lines.map(({ parent }, i) => ({ at: at[i]!, of: siblings.get(parent)! }));
}

/** The relationships of each entity. */
export function tiesByEntity({ relationships }: Network): Map<string, RelationshipPart[]> {
  const ties = new Map<string, RelationshipPart[]>();
  for (const relationship of relationships) {
    for (const id of new Set([relationship.from.id, relationship.to.id])) {
      const own = ties.get(id);
      if (own) own.push(relationship);
      else ties.set(id, [relationship]);
    }
  }
  return ties;
}

/** What something is tied to, and by how many relationships. */
export interface Tied {
  label: string;
  count: number;
}

/** What each closed group is tied to, by the most relationships first; by the groups' keys. */
export function tiedTo({ nodes, ties }: Scene): Map<string, Tied[]> {
  const found = new Map<string, Tied[]>();
  for (const { a, b, relationships } of ties) {
    for (const [own, other] of [[nodes.get(a), nodes.get(b)], [nodes.get(b), nodes.get(a)]]) {
      if (!own?.group || !other) continue;
      const all = found.get(own.group.key) ?? [];
      all.push({ label: other.group?.label ?? other.label, count: relationships.length });
      found.set(own.group.key, all);
    }
  }
  for (const all of found.values()) all.sort((a, b) => b.count - a.count);
  return found;
}
