// The outline: the graph as a tree that the keyboard walks and a screen reader reads. Entities, and below each what it is
// tied to. It does all that the canvas does.
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { particulars } from '../../core/around';
import type { Exploration } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import type { EntityPart, RelationshipPart } from '../../core/types';
import { Glyph } from '../../parts/Glyph';
import { langOf } from '../../parts/Link';
import type { Actions } from './Explore';

interface Props {
  network: Network;
  exploration: Exploration;
  selected: readonly string[];
  actions: Actions;
}

/** A line of the tree: an entity, or one of its relationships, which leads to another entity. */
interface Line {
  key: string;
  entity: EntityPart;
  relationship?: RelationshipPart;
  parent?: string;
}

/** The tree. */
export function Outline({ network, exploration, selected, actions }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [current, setCurrent] = useState<string>();
  const tree = useRef<HTMLUListElement>(null);
  const ties = useMemo(() => tiesByEntity(network), [network]);
  const lines = useMemo(() => linesOf(network, ties, open), [network, ties, open]);
  const at = Math.max(0, lines.findIndex((line) => line.key === current));

  const focus = (key: string | undefined) => {
    if (key === undefined) return;
    setCurrent(key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  const toggle = (id: string, to: boolean) => {
    const next = new Set(open);
    if (to) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const line = lines[at];
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const { id } = line.entity;
    const deeds: Record<string, () => void> = {
      ArrowDown: () => focus(lines[at + 1]?.key),
      ArrowUp: () => focus(lines[at - 1]?.key),
      Home: () => focus(lines[0]?.key),
      End: () => focus(lines.at(-1)?.key),
      ArrowRight: () => (line.parent ? focus(id) : open.has(id) ? focus(lines[at + 1]?.key) : toggle(id, true)),
      ArrowLeft: () => (line.parent ? focus(line.parent) : toggle(id, false)),
      Enter: () => actions.select(id, event.shiftKey),
      ' ': () => actions.select(id, true),
      e: () => actions.expand(id),
      p: () => actions.togglePin(id),
      h: () => {
        focus((lines.slice(at + 1).find((other) => other.entity.id !== id) ?? lines[at - 1])?.key);
        actions.hide(id);
      },
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };

  return (
    <section className="outline" aria-labelledby="outline">
      <h2 id="outline">{t('explore.outline')}</h2>
      <p id="outline-help" className="muted keys">
        {t('explore.outlineHelp')}
      </p>
      <ul ref={tree} role="tree" aria-labelledby="outline" aria-describedby="outline-help" aria-multiselectable onKeyDown={onKeyDown}>
        {lines.map((line, i) => (
          <li
            key={line.key}
            data-key={line.key}
            role="treeitem"
            aria-level={line.parent ? 2 : 1}
            aria-expanded={line.parent || !ties.has(line.entity.id) ? undefined : open.has(line.entity.id)}
            aria-selected={selected.includes(line.entity.id)}
            tabIndex={i === at ? 0 : -1}
            onFocus={() => setCurrent(line.key)}
            onClick={(event) => actions.select(line.entity.id, event.shiftKey || event.ctrlKey || event.metaKey)}
          >
            {line.parent ? (
              <Tie line={line as Required<Line>} />
            ) : (
              <>
                <span
                  className="twist"
                  aria-hidden
                  onClick={(event) => {
                    event.stopPropagation();
                    toggle(line.entity.id, !open.has(line.entity.id));
                  }}
                >
                  {!ties.has(line.entity.id) ? '' : open.has(line.entity.id) ? '▾' : '▸'}
                </span>
                <Glyph kind={line.entity.__typename} title={t(`kind.${line.entity.__typename}`)} />
                <span className="name" lang={langOf(line.entity.label)}>
                  {line.entity.label}
                </span>
                <More network={network} id={line.entity.id} />
                {line.entity.id in exploration.pinned && <span className="pinned">{t('explore.pin')}</span>}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tie({ line }: { line: Required<Line> }) {
  const { t } = useTranslation();
  const direction = line.relationship.from.id === line.parent ? 'out' : 'in';
  const more = particulars(line.relationship);
  return (
    <>
      <span className="tie-type">{t(`tie.${line.relationship.type}.${direction}`)}: </span>
      <Glyph kind={line.entity.__typename} title={t(`kind.${line.entity.__typename}`)} />
      <span className="name" lang={langOf(line.entity.label)}>
        {line.entity.label}
      </span>
      {more && <span className="muted"> ({more})</span>}
    </>
  );
}

/** How many relationships of an entity are not shown. */
function More({ network, id }: { network: Network; id: string }) {
  const { t } = useTranslation();
  const count = [...(network.omitted.get(id)?.values() ?? [])].reduce((a, b) => a + b, 0);
  return count > 0 ? (
    <span className="more" title={t('explore.omitted', { count })}>
      +{count}
    </span>
  ) : null;
}

function tiesByEntity(network: Network): Map<string, RelationshipPart[]> {
  const ties = new Map<string, RelationshipPart[]>();
  for (const relationship of network.relationships) {
    for (const id of new Set([relationship.from.id, relationship.to.id])) ties.set(id, [...(ties.get(id) ?? []), relationship]);
  }
  return ties;
}

function linesOf(network: Network, ties: Map<string, RelationshipPart[]>, open: ReadonlySet<string>): Line[] {
  return [...network.entities.values()].flatMap((entity): Line[] => {
    const own = { key: entity.id, entity };
    if (!open.has(entity.id)) return [own];
    const below = (ties.get(entity.id) ?? []).map((relationship): Line => {
      const other = network.entities.get(relationship.from.id === entity.id ? relationship.to.id : relationship.from.id)!;
      return { key: `${entity.id} ${relationship.id}`, entity: other, relationship, parent: entity.id };
    });
    return [own, ...below];
  });
}
