// Says in words what a step did, for those who do not see the canvas.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Network } from '../../core/exploration/network';

/** What changed since the last whole answer. */
export function useAnnouncement({ entities }: Network, waiting: boolean): string {
  const { t } = useTranslation();
  const last = useRef<number>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (waiting) return;
    const change = last.current === undefined ? 0 : entities.size - last.current;
    last.current = entities.size;
    if (change !== 0) setSaid(t(change > 0 ? 'explore.announceExpanded' : 'explore.announceFewer', { count: Math.abs(change) }));
  }, [entities, waiting, t]);
  return said;
}
