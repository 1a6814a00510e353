// Countries by countries: of what is in view, or of everything. A cell that holds nothing says why.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { geographyOf, pairKey } from '../../../core/geography';
import { byPair, type Strength, strongestFirst } from '../../../core/matrix';
import { type Asking, useAsk } from '../../../core/useAsk';
import { CountriesDocument, CountriesReadDocument, MatrixDocument } from '../../../generated/operations';
import { Cancelled, Failure, Loading, Partial } from '../../../parts/States';
import type { ViewProps } from '../viewProps';
import { Grid } from './Grid';
import { Pair } from './Pair';

const [step, most] = [12, 96]; // countries shown at first, added with "more", and at most

/** The view. */
export function Matrix({ network, selected, actions, look, changeLook }: ViewProps) {
  const { t, i18n } = useTranslation();
  const everything = look.matrix === 'all';
  const reading = useAsk(CountriesReadDocument, {});
  const asking = useAsk(MatrixDocument, everything ? { lang: i18n.language } : null);
  const naming = useAsk(CountriesDocument, everything ? { lang: i18n.language } : null);
  const geography = useMemo(() => geographyOf(network), [network]);

  const read = useMemo(() => new Set(reading.data?.countries.map(({ code }) => code)), [reading.data]);
  const ties = useMemo(() => {
    const own = geography.ties.map((tie): Strength => ({ ...tie, agreements: tie.agreements.length }));
    const all = asking.data?.countryMatrix.map(({ a, b, ...rest }): Strength => ({ ...rest, a: a.code, b: b.code }));
    return byPair(everything ? (all ?? []) : own);
  }, [everything, geography, asking.data]);
  const countries = useMemo(
    () => strongestFirst(everything ? (naming.data?.countries ?? []) : geography.countries, ties.values(), read, i18n.language),
    [everything, naming.data, geography, ties, read, i18n.language],
  );

  const shown = countries.slice(0, Math.min(most, Math.max(step, Number(look.rows) || 0)));
  const waits: Asking<unknown>[] = everything ? [reading, asking, naming] : [reading];
  const wait = waits.find(({ since }) => since !== undefined);
  const failed = waits.find(({ error }) => error);
  const ended = waits.find(({ cancelled }) => cancelled);
  const pair = look.pair?.split('~');

  const open = (a: string, b: string) => {
    changeLook({ pair: `${a}~${b}` });
    const tie = geography.ties.find((one) => pairKey(one.a, one.b) === pairKey(a, b));
    if (tie) actions.selectAll([...tie.agreements, ...tie.organizations]);
  };
  return (
    <div className="matrix">
      <fieldset className="matrix-extent">
        <legend className="sr-only">{t('matrix.extent')}</legend>
        {(['view', 'all'] as const).map((extent) => (
          <label key={extent}>
            <input
              type="radio"
              name="matrix-extent"
              checked={everything === (extent === 'all')}
              onChange={() => changeLook({ matrix: extent === 'all' ? 'all' : undefined, rows: undefined, pair: undefined })}
            />{' '}
            {t(`matrix.${extent}`)}
          </label>
        ))}
      </fieldset>
      {failed?.error && <Failure error={failed.error} again={failed.again} />}
      {ended && <Cancelled again={ended.again} />}
      {wait && <Loading since={wait.since} cancel={wait.cancel} />}
      <Partial truncated={asking.truncated ?? []} />
      {!wait && !failed && !ended && (
        <>
          {shown.length === 0 && <p className="state">{t('matrix.empty')}</p>}
          {shown.length > 0 && <Grid countries={shown} ties={ties} read={read} everything={everything} geography={geography} selected={selected} pair={look.pair} open={open} />}
          {countries.length > shown.length && (
            <p className="matrix-more muted">
              {t('matrix.shown', { shown: shown.length, total: countries.length })}{' '}
              {shown.length < most ? (
                <button onClick={() => changeLook({ rows: String(shown.length + step) })}>
                  {t('matrix.more', { count: Math.min(step, countries.length - shown.length) })}
                </button>
              ) : (
                t('matrix.most', { count: most })
              )}
            </p>
          )}
          {pair?.length === 2 ? <Pair key={look.pair} a={pair[0]!} b={pair[1]!} /> : <p className="muted">{t('matrix.pick')}</p>}
        </>
      )}
    </div>
  );
}
