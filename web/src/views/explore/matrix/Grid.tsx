// The matrix itself: a grid that arrow keys walk. What a cell holds is told by its number, its texture and its name.
import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Geography, pairKey } from '../../../core/geography';
import { type Cell, cellOf, type Strength } from '../../../core/matrix';

interface Country {
  code: string;
  label: string;
}

interface Props {
  countries: readonly Country[];
  ties: ReadonlyMap<string, Strength>;
  read: ReadonlySet<string>;
  everything: boolean;
  geography: Geography;
  selected: readonly string[];
  pair?: string;
  open(a: string, b: string): void;
}

const states = ['found', 'absent', 'half', 'unread'] as const;

/** The grid and what its textures mean. */
export function Grid({ countries, ties, read, everything, geography, selected, pair, open }: Props) {
  const { t } = useTranslation();
  const [[row, column], setAt] = useState<[number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const cells = countries.map((a) => countries.map((b) => cellOf(a.code, b.code, ties, read)));
  const most = Math.max(1, ...[...ties.values()].map(({ partnerships }) => partnerships));
  const chosen = new Set(selected);
  const touched = new Set(
    geography.ties.filter(({ agreements }) => agreements.some((id) => chosen.has(id))).map(({ a, b }) => pairKey(a, b)),
  );

  const move = (event: React.KeyboardEvent) => {
    const last = countries.length - 1;
    const to: Record<string, [number, number]> = {
      ArrowDown: [Math.min(row + 1, last), column],
      ArrowUp: [Math.max(row - 1, 0), column],
      ArrowRight: [row, Math.min(column + 1, last)],
      ArrowLeft: [row, Math.max(column - 1, 0)],
      Home: [row, 0],
      End: [row, last],
    };
    const at = to[event.key];
    if (at) {
      event.preventDefault();
      setAt(at);
      grid.current?.querySelector<HTMLElement>(`[data-at="${at.join()}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(countries[row]!.code, countries[column]!.code);
    }
  };
  return (
    <>
      <p className="muted">
        {t('matrix.measure')} {t('matrix.hint')}
      </p>
      <div className="matrix-frame">
        <table ref={grid} role="grid" aria-label={t('matrix.label')} onKeyDown={move}>
          <thead>
            <tr>
              <td />
              {countries.map(({ code, label }) => (
                <th key={code} scope="col" title={label}>
                  <span className="sr-only">{label}</span>
                  <span aria-hidden>{code}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {countries.map((a, i) => (
              <tr key={a.code}>
                <th scope="row">{a.label}</th>
                {countries.map((b, j) => {
                  const cell = cells[i]![j]!;
                  const name = nameOf(cell, a, b, countries, everything, t);
                  return (
                    <td
                      key={b.code}
                      role="gridcell"
                      data-at={`${i},${j}`}
                      data-state={cell.state}
                      data-shade={cell.state === 'found' ? Math.max(1, Math.ceil(Math.sqrt(cell.strength.partnerships / most) * 5)) : undefined}
                      data-touched={touched.has(pairKey(a.code, b.code))}
                      aria-selected={pair === `${a.code}~${b.code}`}
                      aria-label={name}
                      title={name}
                      tabIndex={i === Math.min(row, countries.length - 1) && j === Math.min(column, countries.length - 1) ? 0 : -1}
                      onFocus={() => setAt([i, j])}
                      onClick={() => open(a.code, b.code)}
                    >
                      {cell.state === 'found' ? cell.strength.agreements : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="matrix-legend muted">
        {states.map((state) => (
          <li key={state}>
            <i data-state={state} data-shade={state === 'found' ? 3 : undefined} aria-hidden /> {t(state === 'absent' && !everything ? 'matrix.legendAbsentView' : `matrix.legend${state[0]!.toUpperCase()}${state.slice(1)}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a cell says. */
function nameOf(cell: Cell, a: Country, b: Country, countries: readonly Country[], everything: boolean, t: TFunction): string {
  const inside = a.code === b.code;
  const pair = inside ? t('map.inside', { country: a.label }) : t('map.tie', { a: a.label, b: b.label });
  switch (cell.state) {
    case 'found': {
      const { partnerships, agreements } = cell.strength;
      return t('matrix.found', { pair, partnerships: t('map.partnerships', { count: partnerships }), agreements: t('map.agreements', { count: agreements }) });
    }
    case 'absent':
      return t(!everything ? 'matrix.absentView' : inside ? 'matrix.absentInside' : 'matrix.absent', { pair });
    case 'half':
      return t('matrix.half', { pair, country: countries.find(({ code }) => code === cell.unread)?.label });
    case 'unread':
      return t('matrix.unread', { pair });
  }
}
