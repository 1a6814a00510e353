// The exploration: one network and one selection, shown as a graph, a map, a matrix, a table or a timeline, with
// its outline beside it.
import type { TFunction } from 'i18next';
import { Tabs } from 'radix-ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useEmbedded } from '../../core/embed';
import * as exploring from '../../core/exploration/exploration';
import { fit } from '../../core/exploration/fit';
import { redo, start, step, undo } from '../../core/exploration/history';
import type { Look } from '../../core/exploration/look';
import { merge, type Network } from '../../core/exploration/network';
import { recall, remember } from '../../core/exploration/remembered';
import { sceneOf, standsFor } from '../../core/exploration/scene';
import { usePieces } from '../../core/exploration/usePieces';
import { go, type Route, type View, views, writeRoute } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Canvas } from './Canvas';
import { newDesk, placeOn } from './desk';
import { Inspector } from './Inspector';
import { MapView } from './map/MapView';
import { Matrix } from './matrix/Matrix';
import { Outline } from './Outline';
import { Table } from './table/Table';
import { Timeline } from './timeline/Timeline';
import { type Actions, type Refusal, useActions } from './useActions';
import { useAnnouncement } from './useAnnouncement';

export type { Actions };

/** The page of an exploration. */
export default function Explore({ route }: { route: Extract<Route, { page: 'explore' }> }) {
  const { t, i18n } = useTranslation();
  const [history, setHistory] = useState(() => recall(writeRoute(route)) ?? start(route.exploration));
  const [desk, setDesk] = useState(newDesk);
  const [view, setView] = useState(route.view);
  const [selected, setSelected] = useState<readonly string[]>(route.selected);
  const [look, setLook] = useState<Look>(route.look ?? {});
  const changeLook = useCallback((to: Look) => setLook((last) => ({ ...last, ...to })), []);
  const [refused, setRefused] = useState<Refusal>();
  const exploration = history.present;

  // What is done here goes into the address; an address that comes from elsewhere is begun anew.
  const written = useRef(writeRoute(route));
  const shownView = useRef(route.view);
  useEffect(() => {
    const address = writeRoute(route);
    if (address === written.current) return;
    written.current = address;
    setHistory(recall(address) ?? start(route.exploration));
    setDesk((last) => (String(route.exploration.of) === String(last.drawn?.of) ? last : newDesk()));
    setView(route.view);
    shownView.current = route.view;
    setSelected(route.selected);
    setLook(route.look ?? {});
  }, [route]);
  const { address, left } = useMemo(() => fit({ page: 'explore', exploration, view, selected: [...selected], look }), [exploration, view, selected, look]);
  useEffect(() => {
    if (address === written.current) return;
    written.current = address;
    go(address, shownView.current === view); // another view is a step of the browser's; undo takes back all others
    shownView.current = view;
  }, [address, view]);
  // The browser's "back" from another page finds the steps again.
  useEffect(() => {
    if (address === written.current) remember(address, history);
  }, [address, history, route]);

  const answers = usePieces(exploration, i18n.language);
  const network = useMemo(() => merge(answers.pieces, exploration.hidden), [answers.pieces, exploration.hidden]);
  const shown = useMemo(() => ({ entities: [...network.entities.values()], relationships: network.relationships }), [network]);
  const scene = useMemo(() => sceneOf(network, exploration), [network, exploration.grouping]);
  const present = useMemo(() => selected.filter((id) => network.entities.has(id)), [selected, network]);
  const announcement = useAnnouncement(network, exploration, present, answers.since !== undefined);
  usePutOnScreen(titleOf(network, exploration, t), answers.stale ? undefined : shown);

  const change = useCallback((to: (e: exploring.Exploration) => exploring.Exploration) => {
    setRefused(undefined);
    setHistory((h) => step(h, to(h.present)));
  }, []);
  const position = (node: string) => placeOn(desk, node);
  const actions = useActions({ network, scene, selected: present, setSelected, change, position, pinned: (node) => node in exploration.pinned, refuse: setRefused });
  /** Whether an entity is pinned; undefined where there is no place to pin it to. */
  const pinned = (id: string) => {
    const node = standsFor(scene, id);
    const drawn = position(node) !== undefined || (view === 'graph' && !desk.trouble);
    return node in exploration.pinned || (drawn ? false : undefined);
  };
  const hold = useCallback((id: string, at: exploring.Position) => change((e) => exploring.pin(e, id, at)), [change]);

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
  const embedded = useEmbedded();
  const outline = <Outline network={network} scene={scene} exploration={exploration} selected={present} actions={actions} />;
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
      {refused && (
        <p className="crowd" role="status">
          {t(`canvas.${refused}`, { count: exploring.mostExpanded })}
        </p>
      )}
      {left.length > 0 && (
        <Partial truncated={[]}>{t('canvas.leftOfAddress', { parts: left.map((one) => t(`canvas.left_${one}`)).join(t('canvas.and')) })}</Partial>
      )}
      {answers.error && <Failure error={answers.error} again={answers.again} />}
      {(network.truncated || answers.truncated.length > 0) && (
        <Partial truncated={answers.truncated}>{network.truncated && t('explore.truncated')}</Partial>
      )}
      {answers.since !== undefined && <Loading since={answers.since} cancel={answers.cancel} />}
      {answers.cancelled && <Cancelled again={answers.again} />}
      {!whole && network.hidden > 0 && <p className="state">{t('explore.empty')}</p>}
      {whole && (
        <div className="workspace">
          {!embedded && outline}
          <Tabs.Root className="views" value={view} onValueChange={(to) => setView(to as View)}>
            <Tabs.List className="tabs" aria-label={t('explore.views')}>
              {views.map((name) => (
                <Tabs.Trigger key={name} value={name}>
                  {t(`explore.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value="graph">
              <Canvas
                desk={desk}
                scene={scene}
                exploration={exploration}
                selected={present}
                waiting={answers.since !== undefined}
                actions={actions}
                hold={hold}
              />
            </Tabs.Content>
            <Tabs.Content value="map">
              <MapView network={network} selected={present} actions={actions} />
            </Tabs.Content>
            <Tabs.Content value="matrix">
              <Matrix network={network} selected={present} actions={actions} look={look} changeLook={changeLook} />
            </Tabs.Content>
            <Tabs.Content value="table">
              <Table network={network} selected={present} actions={actions} look={look} changeLook={changeLook} />
            </Tabs.Content>
            <Tabs.Content value="timeline">
              <Timeline network={network} selected={present} actions={actions} look={look} changeLook={changeLook} />
            </Tabs.Content>
          </Tabs.Root>
          {!embedded && <Inspector network={network} exploration={exploration} selected={present} actions={actions} pinned={pinned} waiting={answers.since !== undefined} />}
          {embedded && (
            <details>
              <summary>{t('explore.outline')}</summary>
              {outline}
            </details>
          )}
        </div>
      )}
    </div>
  );
}

function titleOf(network: Network, { of }: exploring.Exploration, t: TFunction): string {
  const name = network.entities.get(of[0]!)?.label ?? of[0]!;
  return of.length > 1 ? t('explore.titleMore', { name, count: of.length - 1 }) : t('explore.title', { name });
}
