// A cell of the comparison: the things that one of the compared has, those that others have too first, and who says so.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type CompareAsk, select } from '../../core/asked/compare';
import { isTieInferred } from '../../core/download/shown';
import { Inferred } from '../../parts/Inferred';
import { EntityLink } from '../../parts/Link';
import { Evidence } from '../entity/Evidence';
import type { Thing } from './SideBySide';

const first = 6; // what is shown of a long cell, until the reader asks for all

interface Things {
  things: readonly Thing[];
  /** How many the answer left out. */
  omitted: number;
  /** How many columns have each thing. */
  shared: ReadonlyMap<string, number>;
  show: CompareAsk['show'];
  of: string;
  names: (id: string) => string;
}

/** The cell. */
export function Cell({ things, omitted, shared, show, of, names }: Things) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const chosen = select(things, shared, show);
  const shown = all ? chosen : chosen.slice(0, first);
  if (shown.length === 0) {
    return (
      <td>
        <span className="muted">–</span>
        {omitted > 0 && <p className="muted">{t('compare.notShown', { count: omitted })}</p>}
      </td>
    );
  }
  return (
    <td>
      <ul className="things">
        {shown.map((thing) => {
          const by = shared.get(thing.id) ?? 0;
          return (
            <li key={`${thing.id} ${thing.about}`}>
              <EntityLink entity={thing.entity} />{' '}
              {!thing.entity.inferred && isTieInferred(thing.relationships) && <Inferred />}
              {by > 1 && (
                <span className="shared" title={t('compare.sharedHint', { count: by })}>
                  {t('compare.shared', { count: by })}
                </span>
              )}
              {thing.about && <span className="muted">{thing.about}</span>}
            </li>
          );
        })}
      </ul>
      {chosen.length > shown.length && (
        <button className="quiet" onClick={() => setAll(true)}>
          {t('compare.more', { count: chosen.length - shown.length })}
        </button>
      )}
      {omitted > 0 && <p className="muted">{t('compare.notShown', { count: omitted })}</p>}
      <Evidence relationships={shown.flatMap((thing) => thing.relationships)} of={of} names={names} />
    </td>
  );
}
