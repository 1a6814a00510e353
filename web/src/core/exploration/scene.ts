// What the canvas and the outline show of a network: its entities, or, where the reader closed a group, one node in the
// place of all its members, with their relationships to others gathered on it.
import { whereabouts } from '../geography';
import type { EntityPart, Kind } from '../types';
import type { Exploration, Grouping } from './exploration';
import { group, type Network, type Tie } from './network';

/** From how many nodes on the canvas says that it is a lot. */
export const manyNodes = 2_000;

/** The most nodes that the canvas draws. */
export const mostNodes = 10_000;

/** The entities of one country, or of one alliance. */
export interface Group {
  /** The country's or the alliance's id. */
  key: string;
  label: string;
  kind: Kind;
  members: readonly string[];
  closed: boolean;
}

/** A node: an entity, or a closed group. */
export interface SceneNode {
  id: string;
  label: string;
  kind: Kind;
  entity?: EntityPart;
  group?: Group;
}

/** What is shown. */
export interface Scene {
  nodes: ReadonlyMap<string, SceneNode>;
  ties: readonly Tie[];
  /** Largest first. */
  groups: readonly Group[];
  /** The group of an entity, by its id. */
  groupOf: ReadonlyMap<string, Group>;
  /** How many nodes the canvas leaves out. The outline has them. */
  leftOut: number;
}

/** The id of the node that stands for a closed group. */
export function groupNode(key: string): string {
  return `group:${key}`;
}

/** The node that stands for an entity: its own, or that of the closed group that it is in. */
export function standsFor({ groupOf }: Pick<Scene, 'groupOf'>, id: string): string {
  const own = groupOf.get(id);
  return own?.closed ? groupNode(own.key) : id;
}

/** What is shown of a network. */
export function sceneOf(network: Network, { grouping }: Pick<Exploration, 'grouping'>): Scene {
  const groups = grouping ? groupsOf(network, grouping) : [];
  const groupOf = new Map(groups.flatMap((one) => one.members.map((id) => [id, one] as const)));
  const nodes = new Map<string, SceneNode>();
  for (const entity of network.entities.values()) {
    const own = groupOf.get(entity.id);
    if (!own?.closed) nodes.set(entity.id, { id: entity.id, label: entity.label, kind: entity.__typename, entity });
    else if (!nodes.has(groupNode(own.key))) {
      nodes.set(groupNode(own.key), { id: groupNode(own.key), label: `${own.label} (${own.members.length})`, kind: own.kind, group: own });
    }
  }
  const ties = groups.some((one) => one.closed)
    ? group(network.relationships, (id) => standsFor({ groupOf }, id)).filter(({ a, b }) => a !== b)
    : network.ties;
  return { nodes, ties, groups, groupOf, leftOut: Math.max(0, nodes.size - mostNodes) };
}

/** The groups of a network, largest first. Of several alliances, an entity stands in the one with the most members here. */
function groupsOf(network: Network, { by, closed }: Grouping): Group[] {
  const found = by === 'country' ? byCountry(network) : byAlliance(network);
  const sorted = [...found.values()].sort((a, b) => b.members.size - a.members.size || (a.key < b.key ? -1 : 1));
  const taken = new Set<string>();
  return sorted.flatMap(({ key, label, kind, members }) => {
    const own = [...members].filter((id) => !taken.has(id));
    for (const id of own) taken.add(id);
    return own.length > 1 ? [{ key, label, kind, members: own, closed: closed.includes(key) }] : [];
  });
}

type Found = Map<string, { key: string; label: string; kind: Kind; members: Set<string> }>;

/** Puts an entity into a group. */
function put(found: Found, key: string, label: string, kind: Kind, id: string) {
  const own = found.get(key) ?? { key, label, kind, members: new Set<string>() };
  own.members.add(id);
  found.set(key, own);
}

function byCountry({ entities }: Network): Found {
  const found: Found = new Map();
  for (const entity of entities.values()) {
    const country = whereabouts(entity);
    if (country) put(found, country.code, country.label, 'Country', entity.id);
  }
  return found;
}

function byAlliance({ entities, relationships }: Network): Found {
  const found: Found = new Map();
  for (const { type, from, to, properties } of relationships) {
    const alliance = entities.get(to.id);
    const planned = properties.status?.toUpperCase() === 'PLANNED'; // is no member yet
    if (type !== 'MEMBER_OF' || planned || alliance?.__typename !== 'Alliance') continue;
    put(found, alliance.id, alliance.label, 'Alliance', from.id);
    put(found, alliance.id, alliance.label, 'Alliance', alliance.id);
  }
  return found;
}
