// One of the two times, as a slider with a date beside it. It is off until it is moved or a date is given. What is typed
// stands as it is typed, and counts once it is a day and the typing pauses.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dayNumber, dayOf, type Days, today, within } from '../core/days';
import { isDay } from '../core/scope';

const pause = 200; // ms without a move before the page is asked anew
const typingPause = 1000; // the same, of a date that is typed

interface Time {
  name: 'valid' | 'known';
  day?: string;
  /** The span; undefined while it is not known. */
  days?: Days;
  /** Whether nothing is dated at all. */
  none?: boolean;
  /** Takes the day, and whether it takes the place of the one before in the browser's history. */
  change: (day: string | undefined, replace: boolean) => void;
}

/** The slider. */
export function TimeSlider({ name, day, days, none, change }: Time) {
  const { t } = useTranslation();
  const [moved, setMoved] = useState<string>();
  const latest = useRef({ change, day });
  latest.current = { change, day };
  useEffect(() => {
    if (moved === undefined) return;
    const timer = setTimeout(() => {
      latest.current.change(moved, latest.current.day !== undefined);
      setMoved(undefined);
    }, pause);
    return () => clearTimeout(timer);
  }, [moved]);

  const what = t(`scope.${name}`);
  const shown = moved ?? day;
  const span = days && within(days, shown);
  const [from, to] = span ? [dayNumber(span.from), dayNumber(span.to)] : [0, 1];
  const at = (one: string) => `${(Math.min(1, Math.max(0, (dayNumber(one) - from) / Math.max(to - from, 1))) * 100).toFixed(2)}%`; // a month's mark may lie outside
  return (
    <fieldset className="time">
      <legend>
        <label>
          <input
            type="checkbox"
            checked={shown !== undefined}
            aria-label={t('scope.use', { what })}
            onChange={(event) => {
              setMoved(undefined);
              change(event.target.checked ? (days?.to ?? today()) : undefined, false);
            }}
          />
          {what}
        </label>
      </legend>
      <DayField
        label={t('scope.day', { what })}
        day={shown}
        change={(to) => {
          setMoved(undefined);
          change(to, to !== undefined && day !== undefined);
        }}
      />
      {span && (
        <div className="slider">
          <input
            type="range"
            min={from}
            max={to}
            value={shown ? dayNumber(shown) : to}
            className={shown ? '' : 'off'}
            aria-label={t('scope.slider', { what })}
            aria-valuetext={shown ?? t('scope.anyDay')}
            onChange={(event) => setMoved(dayOf(Number(event.target.value)))}
          />
          <div className="marks" aria-hidden>
            {span[name].map((one) => (
              <i key={one} style={{ insetInlineStart: at(one) }} />
            ))}
          </div>
          <div className="ends muted">
            <span>{span.from}</span>
            <span>{span.to}</span>
          </div>
          {span[name].length > 0 && (
            <p className="sr-only">{t('scope.marks', { from: span[name][0]!.slice(0, 7), to: span[name].at(-1)!.slice(0, 7) })}</p>
          )}
        </div>
      )}
      {none && <p className="muted">{t('scope.noDates')}</p>}
      <p className="muted">{t(`scope.${name}Hint`)}</p>
    </fieldset>
  );
}

/** A date to type. While a year is typed, a browser tells of the years 0002, 0020 and 0202: those are no days yet. */
function DayField({ label, day = '', change }: { label: string; day?: string; change: (day: string | undefined) => void }) {
  const [typed, setTyped] = useState<string>();
  const latest = useRef(change);
  latest.current = change;
  const take = (value: string | undefined) => {
    setTyped(undefined);
    if (value === undefined || value === day) return;
    if (value === '') latest.current(undefined);
    else if (isDay(value) && value >= '1000') latest.current(value);
  };
  useEffect(() => {
    if (typed === undefined || typed === '' || typed < '1000') return;
    const timer = setTimeout(() => take(typed), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      type="date"
      aria-label={label}
      value={typed ?? day}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => take(typed)}
      onKeyDown={(event) => event.key === 'Enter' && take(typed)}
    />
  );
}
