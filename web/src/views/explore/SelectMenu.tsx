// The menu that selects many at once, for all views and for the keyboard.
import { DropdownMenu as Menu } from 'radix-ui';
import { useTranslation } from 'react-i18next';

import type { Choice } from '../../core/exploration/choose';
import type { Network } from '../../core/exploration/network';
import type { Scene } from '../../core/exploration/scene';
import { kinds } from '../../core/kinds';
import { Glyph } from '../../parts/Glyph';
import type { Actions } from './Explore';

const mostGroups = 12;

interface Props {
  network: Network;
  scene: Scene;
  selected: readonly string[];
  actions: Actions;
}

/** The menu and its button. */
export function SelectMenu({ network, scene, selected, actions }: Props) {
  const { t } = useTranslation();
  const item = (name: string, choice: Choice, off = false) => (
    <Menu.Item disabled={off} onSelect={() => actions.choose(choice)}>
      {name}
    </Menu.Item>
  );
  const counts = new Map<string, number>();
  for (const { __typename } of network.entities.values()) counts.set(__typename, (counts.get(__typename) ?? 0) + 1);
  return (
    <Menu.Root>
      <Menu.Trigger asChild>
        <button>
          {t('canvas.select')} <span aria-hidden>▾</span>
        </button>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu" align="end">
          {item(t('explore.selectAll'), { what: 'all' })}
          {item(t('canvas.selectNeighbours'), { what: 'neighbours' }, selected.length === 0)}
          {item(t('canvas.selectInvert'), { what: 'invert' })}
          {item(t('canvas.selectNone'), { what: 'none' }, selected.length === 0)}
          <Menu.Label>{t('canvas.selectKind')}</Menu.Label>
          {kinds
            .filter((kind) => counts.has(kind))
            .map((kind) => (
              <Menu.Item key={kind} onSelect={() => actions.choose({ what: 'kind', kind })}>
                <Glyph kind={kind} /> {t(`kind.${kind}`)} <span className="count">{counts.get(kind)}</span>
              </Menu.Item>
            ))}
          {scene.groups.length > 0 && <Menu.Label>{t('canvas.selectGroup')}</Menu.Label>}
          {scene.groups.slice(0, mostGroups).map(({ key, label, kind, members }) => (
            <Menu.Item key={key} onSelect={() => actions.choose({ what: 'group', members })}>
              <Glyph kind={kind} /> {label} <span className="count">{members.length}</span>
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
