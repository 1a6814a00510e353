// What to measure: each choice is asked at once, and is a place of its own to go back to.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Measure, type Measuring, measures, organizationKinds } from '../../core/measuring';
import { go, writeRoute } from '../../core/route';
import { Glyph } from '../../parts/Glyph';
import type { Kind } from '../../core/types';

const kindOf: Record<(typeof organizationKinds)[number], Kind> = {
  INSTITUTION: 'Institution',
  ENTERPRISE: 'Enterprise',
  GOVERNMENT_BODY: 'GovernmentBody',
  ASSOCIATION: 'Association',
  ALLIANCE: 'Alliance',
  OTHER_ORGANIZATION: 'OtherOrganization',
};

/** The choices. */
export function Form({ measuring }: { measuring: Measuring }) {
  const { t } = useTranslation();
  const change = (part: Partial<Measuring>) =>
    go(writeRoute({ page: 'measures', measuring: { ...measuring, projection: undefined, ...part } }));
  const { measure, kinds, minShared, communities } = measuring;
  return (
    <form className="measures-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t('measures.measure')}</legend>
        <div className="segments">
          {(Object.keys(measures) as Measure[]).map((name) => (
            <label key={name}>
              <input type="radio" name="measure" checked={measure === name} onChange={() => change({ measure: name })} />
              <span>{t(`measures.${name}`)}</span>
            </label>
          ))}
        </div>
        <p className="muted">{t(`measures.hint_${measure}`)}</p>
      </fieldset>
      <fieldset>
        <legend>{t('measures.kinds')}</legend>
        <div className="checks">
          {organizationKinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={(event) =>
                  change({ kinds: organizationKinds.filter((one) => (one === kind ? event.target.checked : kinds.includes(one))) })
                }
              />
              <Glyph kind={kindOf[kind]} />
              {t(`kind.${kindOf[kind]}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="measures-shared">
        {t('measures.minShared')}
        <Count value={minShared} change={(n) => change({ minShared: n })} />
      </label>
      <label>
        <input type="checkbox" checked={communities} onChange={(event) => change({ communities: event.target.checked })} /> {t('measures.communities')}
      </label>
    </form>
  );
}

const pause = 1000; // ms without a key before a number counts
const most = 1000;

/** A number to type, which stands as it is typed: it counts when the typing pauses, and at Enter or where it is left. */
function Count({ value, change }: { value: number; change: (n: number) => void }) {
  const [typed, setTyped] = useState<string>();
  const latest = useRef(change);
  latest.current = change;
  const n = Number(typed);
  const fits = typed !== undefined && Number.isInteger(n) && n >= 1 && n <= most;
  const take = () => {
    setTyped(undefined);
    if (fits && n !== value) latest.current(n);
  };
  useEffect(() => {
    if (!fits) return;
    const timer = setTimeout(take, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      type="number"
      min={1}
      max={most}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
