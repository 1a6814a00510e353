// Says in words what a step did, for those who do not see the canvas.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Exploration } from '../../core/exploration/exploration';
import type { Network } from '../../core/exploration/network';

/** What changed last: how many entities came or went, what is selected, the layout, the groups. */
export function useAnnouncement({ entities }: Network, e: Exploration, selected: readonly string[], waiting: boolean): string {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const last = useRef<{ entities?: number; selected: number; layout: string; closed: number }>(undefined);
  useEffect(() => {
    const now = {
      entities: waiting ? last.current?.entities : entities.size,
      selected: selected.length,
      layout: e.arrangement?.by ?? 'force',
      closed: e.grouping?.closed.length ?? 0,
    };
    const before = last.current;
    last.current = now;
    if (!before) return;
    const change = now.entities === undefined || before.entities === undefined ? 0 : now.entities - before.entities;
    const texts = [
      change !== 0 && t(change > 0 ? 'explore.announceExpanded' : 'explore.announceFewer', { count: Math.abs(change) }),
      now.selected !== before.selected && t('canvas.announceSelected', { count: now.selected }),
      now.layout !== before.layout && t('canvas.announceLayout', { name: t(`canvas.${now.layout}`) }),
      now.closed !== before.closed && t(now.closed === 0 ? 'canvas.announceOpened' : 'canvas.announceClosed', { count: now.closed }),
    ].filter((text) => text !== false);
    if (texts.length > 0) setSaid(texts.join(' '));
  }, [entities, waiting, selected.length, e.arrangement, e.grouping, t]);
  return said;
}
