// The outline: the graph as a tree that the keyboard walks and a screen reader reads. Groups, entities, and below each what
// it is tied to. It does all that the canvas does.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Exploration } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';
import type { Scene } from '../../core/exploration/scene';
import { longList, useWindow } from '../../core/useWindow';
import type { Actions } from './Explore';
import { EntityName, GroupLine, TieLine } from './OutlineLine';
import { type Line, linesOf, placesOf, type Tied, tiedTo, tiesByEntity } from './outlineLines';
import { SelectMenu } from './SelectMenu';

const rowHeight = 34; // of a long outline, in pixels; the style sheet has it too

interface Props {
  network: Network;
  scene: Scene;
  exploration: Exploration;
  selected: readonly string[];
  actions: Actions;
}

/** The tree. */
export function Outline({ network, scene, exploration, selected, actions }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [current, setCurrent] = useState<string>();
  const frame = useRef<HTMLElement>(null);
  const tree = useRef<HTMLUListElement>(null);
  const awaited = useRef<string>(undefined);
  const ties = useMemo(() => tiesByEntity(network), [network]);
  const lines = useMemo(() => linesOf(scene, network, ties, open), [scene, network, ties, open]);
  const places = useMemo(() => placesOf(lines), [lines]);
  const tied = useMemo(() => tiedTo(scene), [scene]);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const [top] = useState(() => () => tree.current?.offsetTop ?? 0);
  const seen = useWindow(frame, lines.length, rowHeight, top);
  const long = lines.length > longList;
  const at = Math.max(0, lines.findIndex((line) => line.key === current));

  // What is to have the focus may be drawn only now.
  useLayoutEffect(() => {
    const element = awaited.current && tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(awaited.current)}"]`);
    if (!element) return;
    awaited.current = undefined;
    element.focus({ preventScroll: long });
  });

  const focus = (key: string | undefined) => {
    const row = lines.findIndex((line) => line.key === key);
    if (row < 0) return;
    awaited.current = key;
    setCurrent(key);
    seen.reveal(row);
  };
  const toggle = ({ key, group, open: shown }: Line, to: boolean) => {
    if (shown === undefined || shown === to) return;
    if (group) return (to ? actions.open : actions.close)([group.key]);
    const next = new Set(open);
    if (to) next.add(key);
    else next.delete(key);
    setOpen(next);
  };
  const membersOf = ({ group, entity }: Line) => group?.members ?? [entity!.id];
  const select = (line: Line, more: boolean) => {
    if (line.entity) return actions.select(line.entity.id, more);
    const members = membersOf(line);
    if (!more) return actions.selectAll(members);
    const all = members.every((id) => chosen.has(id));
    const own = new Set(members);
    actions.selectAll(all ? selected.filter((id) => !own.has(id)) : [...new Set([...selected, ...members])]);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const line = lines[at];
    if (!line || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const deeds: Record<string, () => void> = command
      ? { a: () => actions.choose({ what: 'all' }) }
      : {
          ArrowDown: () => focus(lines[at + 1]?.key),
          ArrowUp: () => focus(lines[at - 1]?.key),
          PageDown: () => focus(lines[Math.min(at + 10, lines.length - 1)]?.key),
          PageUp: () => focus(lines[Math.max(at - 10, 0)]?.key),
          Home: () => focus(lines[0]?.key),
          End: () => focus(lines.at(-1)?.key),
          ArrowRight: () => (line.relationship ? focus(line.entity!.id) : line.open ? focus(lines[at + 1]?.key) : toggle(line, true)),
          ArrowLeft: () => (line.open && !line.relationship ? toggle(line, false) : focus(line.parent)),
          Enter: () => select(line, event.shiftKey),
          ' ': () => select(line, true),
          e: () => actions.expandAll(membersOf(line)),
          p: () => line.entity && actions.togglePin(line.entity.id),
          h: () => {
            const gone = new Set(membersOf(line));
            const stays = ({ entity, parent = '' }: Line) => !gone.has(entity?.id ?? '') && !gone.has(parent);
            focus((lines.slice(at + 1).find(stays) ?? lines.slice(0, at).findLast(stays))?.key);
            actions.hideAll([...gone]);
          },
          g: () => {
            const group = line.group ?? scene.groupOf.get(line.entity!.id);
            if (!group) return;
            if (!group.closed) focus(lines.find((other) => other.group === group)?.key);
            (group.closed ? actions.open : actions.close)([group.key]);
          },
          n: () => actions.choose({ what: 'neighbours' }, membersOf(line)),
          r: () => line.entity && actions.arrange('rings', [line.entity.id]),
          c: () => line.entity && actions.arrange('columns', [line.entity.id]),
        };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };

  return (
    <section ref={frame} className={`outline${long ? ' long' : ''}`} aria-labelledby="outline">
      <header>
        <h2 id="outline">{t('explore.outline')}</h2>
        <SelectMenu network={network} scene={scene} selected={selected} actions={actions} />
      </header>
      <p id="outline-help" className="muted keys">
        {t('canvas.outlineHelp')}
      </p>
      <ul
        ref={tree}
        role="tree"
        aria-labelledby="outline"
        aria-describedby="outline-help"
        aria-multiselectable
        style={long ? { height: lines.length * rowHeight } : undefined}
        onKeyDown={onKeyDown}
      >
        {lines.map((line, i) => {
          // What has the focus stays, wherever the rest is scrolled to.
          if ((i < seen.from || i >= seen.to) && i !== at) return null;
          return (
            <li
              key={line.key}
              data-key={line.key}
              role="treeitem"
              aria-level={line.level}
              aria-expanded={line.open}
              aria-selected={membersOf(line).every((id) => chosen.has(id))}
              aria-setsize={long ? places[i]!.of : undefined}
              aria-posinset={long ? places[i]!.at : undefined}
              tabIndex={i === at ? 0 : -1}
              style={long ? { top: i * rowHeight } : undefined}
              onFocus={() => setCurrent(line.key)}
              onClick={(event) => select(line, event.shiftKey || event.ctrlKey || event.metaKey)}
            >
              <LineText line={line} network={network} tied={tied} exploration={exploration} toggle={() => toggle(line, !line.open)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface LineProps extends Pick<Props, 'network' | 'exploration'> {
  line: Line;
  tied: ReadonlyMap<string, Tied[]>;
  toggle: () => void;
}

function LineText({ line: { group, entity, relationship, parent, open }, network, tied, exploration, toggle }: LineProps) {
  const { t } = useTranslation();
  if (relationship) return <TieLine relationship={relationship} entity={entity!} of={parent!} />;
  return (
    <>
      <span
        className="twist"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          toggle();
        }}
      >
        {open === undefined ? '' : open ? '▾' : '▸'}
      </span>
      {group && <GroupLine group={group} tied={tied.get(group.key) ?? []} />}
      {entity && <EntityName entity={entity} />}
      {entity && <More network={network} id={entity.id} />}
      {entity && entity.id in exploration.pinned && <span className="pinned">{t('explore.pin')}</span>}
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
