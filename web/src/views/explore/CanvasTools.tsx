// The buttons above the canvas: the camera, the layout, the groups.
import { useTranslation } from 'react-i18next';

import { type Exploration, groupings } from '../../core/exploration/exploration';
import type { Scene } from '../../core/exploration/scene';
import type { Actions } from './Explore';

interface Props {
  scene: Scene;
  exploration: Exploration;
  actions: Actions;
  arranging: boolean;
  zoom: { in(): void; out(): void; fit(): void };
  again: () => void;
}

/** The buttons. */
export function CanvasTools({ scene, exploration, actions, arranging, zoom, again }: Props) {
  const { t } = useTranslation();
  const by = exploration.arrangement?.by ?? 'force';
  const { grouping } = exploration;
  const [opened, closed] = [scene.groups.filter((one) => !one.closed), scene.groups.filter((one) => one.closed)];
  return (
    <div className="canvas-tools" role="toolbar" aria-label={t('canvas.tools')}>
      <div className="joined">
        <button onClick={zoom.in} aria-label={t('explore.zoomIn')} title={t('explore.zoomIn')}>
          +
        </button>
        <button onClick={zoom.out} aria-label={t('explore.zoomOut')} title={t('explore.zoomOut')}>
          −
        </button>
        <button onClick={zoom.fit}>{t('explore.fit')}</button>
      </div>
      <div className="joined" role="group" aria-label={t('canvas.layout')}>
        {(['force', 'rings', 'columns'] as const).map((one) => (
          <button key={one} aria-pressed={by === one} title={t(`canvas.${one}Hint`)} onClick={() => actions.arrange(one)}>
            {t(`canvas.${one}`)}
          </button>
        ))}
      </div>
      <button onClick={again} title={t('canvas.againHint')}>
        {t('explore.relayout')}
      </button>
      <select
        aria-label={t('canvas.group')}
        value={grouping?.by ?? ''}
        onChange={(event) => actions.group(groupings.find((one) => one === event.target.value))}
      >
        <option value="">{t('canvas.groupNone')}</option>
        {groupings.map((one) => (
          <option key={one} value={one}>
            {t(`canvas.group_${one}`)}
          </option>
        ))}
      </select>
      {opened.length > 0 && <button onClick={() => actions.close(opened.map(({ key }) => key))}>{t('canvas.closeAll')}</button>}
      {closed.length > 0 && <button onClick={() => actions.open(closed.map(({ key }) => key))}>{t('canvas.openAll')}</button>}
      {grouping && scene.groups.length === 0 && <span className="muted">{t('canvas.noGroups')}</span>}
      {arranging && <span className="muted">{t('explore.arranging')}</span>}
    </div>
  );
}
