// The exploration: one network and one selection, shown as a graph, a table or a timeline, with its outline beside it.
import type { TFunction } from 'i18next';
import { Tabs } from 'radix-ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import * as exploring from '../../core/exploration/exploration';
import { redo, start, step, undo } from '../../core/exploration/history';
import { merge, type Network } from '../../core/exploration/network';
import { usePieces } from '../../core/exploration/usePieces';
import { go, type Route, type View, views, writeRoute } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import type { RelationshipType } from '../../generated/operations';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Canvas, type CanvasHandle } from './Canvas';
import { Inspector } from './Inspector';
import { Outline } from './Outline';
import { Table } from './Table';
import { Timeline } from './Timeline';
import { useAnnouncement } from './useAnnouncement';

/** What can be done with an entity, by mouse, touch or keyboard. */
export interface Actions {
  select(id: string, more?: boolean): void;
  selectAll(ids: readonly string[]): void;
  expand(id: string, through?: RelationshipType): void;
  hide(id: string): void;
  togglePin(id: string): void;
}

/** The page of an exploration. */
export default function Explore({ route }: { route: Extract<Route, { page: 'explore' }> }) {
  const { t, i18n } = useTranslation();
  const [history, setHistory] = useState(() => start(route.exploration));
  const [view, setView] = useState(route.view);
  const [selected, setSelected] = useState<readonly string[]>(route.selected);
  const canvas = useRef<CanvasHandle>(null);
  const exploration = history.present;

  // What is done here goes into the address; an address that comes from elsewhere is begun anew.
  const written = useRef(writeRoute(route));
  useEffect(() => {
    const address = writeRoute(route);
    if (address === written.current) return;
    written.current = address;
    setHistory(start(route.exploration));
    setView(route.view);
    setSelected(route.selected);
  }, [route]);
  useEffect(() => {
    const address = writeRoute({ page: 'explore', exploration, view, selected: [...selected] });
    if (address === written.current) return;
    written.current = address;
    go(address, true);
  }, [exploration, view, selected]);

  const answers = usePieces(exploration, i18n.language);
  const network = useMemo(() => merge(answers.pieces, exploration.hidden), [answers.pieces, exploration.hidden]);
  const shown = useMemo(() => ({ entities: [...network.entities.values()], relationships: network.relationships }), [network]);
  const announcement = useAnnouncement(network, answers.since !== undefined);
  usePutOnScreen(titleOf(network, exploration, t), shown);

  const change = useCallback((to: (e: exploring.Exploration) => exploring.Exploration) => {
    setHistory((h) => step(h, to(h.present)));
  }, []);
  const actions: Actions = useMemo(
    () => ({
      select: (id, more) =>
        setSelected((last) => (!more ? (id ? [id] : []) : last.includes(id) ? last.filter((one) => one !== id) : [...last, id])),
      selectAll: (ids) => setSelected(ids),
      expand: (id, through) => change((e) => exploring.expand(e, id, through)),
      hide: (id) => {
        change((e) => exploring.hide(e, [id]));
        setSelected((last) => last.filter((one) => one !== id));
      },
      togglePin: (id) =>
        change((e) => (id in e.pinned ? exploring.unpin(e, id) : exploring.pin(e, id, canvas.current?.position(id) ?? [0, 0]))),
    }),
    [change],
  );
  const hold = useCallback((id: string, at: exploring.Position) => change((e) => exploring.pin(e, id, at)), [change]);
  const present = selected.filter((id) => network.entities.has(id));

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea')) return;
      event.preventDefault();
      setHistory(event.shiftKey ? redo : undo);
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, []);

  const whole = network.entities.size > 0;
  return (
    <div className="explore">
      <header className="explore-head">
        <h1>{titleOf(network, exploration, t)}</h1>
        <p className="muted" aria-live="off">
          {t('explore.counts', { entities: network.entities.size, relationships: network.relationships.length })}
        </p>
        <div className="buttons">
          <button onClick={() => setHistory(undo)} disabled={history.past.length === 0}>
            ↶ {t('explore.undo')}
          </button>
          <button onClick={() => setHistory(redo)} disabled={history.future.length === 0}>
            ↷ {t('explore.redo')}
          </button>
          {network.hidden > 0 && (
            <button onClick={() => change(exploring.showHidden)}>{t('explore.hidden', { count: network.hidden })}</button>
          )}
        </div>
        <p className="sr-only" role="status">
          {announcement}
        </p>
      </header>
      {answers.error && <Failure error={answers.error} again={answers.again} />}
      {(network.truncated || answers.truncated.length > 0) && (
        <Partial truncated={answers.truncated}>{network.truncated && t('explore.truncated')}</Partial>
      )}
      {answers.since !== undefined && <Loading since={answers.since} cancel={answers.cancel} />}
      {answers.cancelled && <Cancelled again={answers.again} />}
      {!whole && network.hidden > 0 && <p className="state">{t('explore.empty')}</p>}
      {whole && (
        <div className="workspace">
          <Outline network={network} exploration={exploration} selected={present} actions={actions} />
          <Tabs.Root className="views" value={view} onValueChange={(to) => setView(to as View)}>
            <Tabs.List className="tabs" aria-label={t('explore.views')}>
              {views.map((name) => (
                <Tabs.Trigger key={name} value={name}>
                  {t(`explore.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value="graph">
              <Canvas ref={canvas} network={network} exploration={exploration} selected={present} actions={actions} hold={hold} />
            </Tabs.Content>
            <Tabs.Content value="table">
              <Table network={network} selected={present} actions={actions} />
            </Tabs.Content>
            <Tabs.Content value="timeline">
              <Timeline network={network} selected={present} actions={actions} />
            </Tabs.Content>
          </Tabs.Root>
          <Inspector network={network} exploration={exploration} selected={present} actions={actions} />
        </div>
      )}
    </div>
  );
}

function titleOf(network: Network, { of }: exploring.Exploration, t: TFunction): string {
  const name = network.entities.get(of[0]!)?.label ?? of[0]!;
  return of.length > 1 ? t('explore.titleMore', { name, count: of.length - 1 }) : t('explore.title', { name });
}
