// The page of docking: whom an organization might approach, each with the reasons, what they weigh, and what they rest on.
// It is computed: the page says so at its head and on each match.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { type DockingAsk, roles, writeDocking } from '../../core/asked/docking';
import { go } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import type { EntityPart } from '../../core/types';
import { useAsk } from '../../core/useAsk';
import { useNamed } from '../../core/useNamed';
import { DockingDocument, type DockingQuery, type EntityType } from '../../generated/operations';
import { Chips, Picker } from '../../parts/Picker';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { MatchCard } from './MatchCard';

/** A match, as the page knows it. */
export type Match = DockingQuery['docking'][number];


const mostMatches = 10; // that are shown; one more is asked for, so that it is known whether there are others

/** The page. */
export function DockingPage({ ask }: { ask: DockingAsk }) {
  const { t, i18n } = useTranslation();
  const { for: whom, fields, countries } = ask;
  const named = useNamed([...(whom ? [whom] : []), ...fields, ...countries]);
  const seeker = whom ? named.get(whom) : undefined;
  const name = whom && (named.get(whom)?.label ?? whom);
  const some = <T,>(list: readonly T[]) => (list.length > 0 ? [...list] : null); // none chosen: any will do
  const asking = useAsk(
    DockingDocument,
    whom ? { for: whom, fields: some(fields), countries: some(countries), roles: some(ask.roles), lang: i18n.language } : null,
  );
  const found = asking.data?.docking;
  const matches = useMemo(() => found?.slice(0, mostMatches), [found]);
  const more = found && found.length > mostMatches;
  const shown = useMemo(() => matches && shownOf(matches, seeker), [matches, seeker]);
  const title = name ? t('docking.titleOf', { name }) : t('docking.title');
  usePutOnScreen(title, shown);
  const change = (next: globalThis.Partial<DockingAsk>) => go(writeDocking({ ...ask, ...next }));

  return (
    <div className="docking">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="muted">{t('docking.intro')}</p>
      </header>
      <section className="ask-form" aria-label={t('docking.form')}>
        <Picker
          label={t('docking.for')}
          value={whom}
          entity={seeker}
          types={['ORGANIZATION']}
          choose={(id) => change({ for: id })}
        />
        <div className="wanted">
          <Wanted
            label={t('docking.fields')}
            ids={fields}
            named={named}
            type="FIELD"
            change={(ids) => change({ fields: ids })}
          />
          <Wanted
            label={t('docking.countries')}
            ids={countries}
            named={named}
            type="COUNTRY"
            change={(ids) => change({ countries: ids })}
          />
        </div>
        <fieldset>
          <legend>{t('docking.roles')}</legend>
          {roles.map((role) => (
            <label key={role} title={t(`docking.roleHint_${role}`)}>
              <input
                type="checkbox"
                checked={ask.roles.includes(role)}
                onChange={(event) => change({ roles: roles.filter((one) => (one === role ? event.target.checked : ask.roles.includes(one))) })}
              />
              {t(`docking.role_${role}`)}
            </label>
          ))}
        </fieldset>
      </section>
      {!whom && <p className="state">{t('docking.need')}</p>}
      {asking.error && <Failure error={asking.error} again={asking.again} />}
      {asking.cancelled && <Cancelled again={asking.again} />}
      {whom && asking.since !== undefined && <Loading since={asking.since} cancel={asking.cancel} />}
      {matches && matches.length === 0 && (
        <div className="state" role="status">
          <h2>{t('docking.none', { name })}</h2>
          <p>{t('docking.noneText', { name })}</p>
          {(fields.length > 0 || countries.length > 0 || ask.roles.length > 0) && (
            <button onClick={() => change({ fields: [], countries: [], roles: [] })}>{t('docking.wantNothing')}</button>
          )}
        </div>
      )}
      {matches && matches.length > 0 && (
        <section aria-labelledby="matches">
          <div role="status">
            <h2 id="matches">{t('docking.count', { count: matches.length })}</h2>
            {more && <Partial truncated={[]}>{t('state.first', { count: mostMatches })}</Partial>}
          </div>
          <p className="computed" role="note">
            {t('docking.computed')}
          </p>
          <ol className="path-list">
            {matches.map((match, i) => (
              <MatchCard key={match.organization.id} match={match} rank={i + 1} most={matches[0]!.score} whom={whom!} name={name!} />
            ))}
          </ol>
        </section>
      )}
      <Partial truncated={asking.truncated ?? []} />
    </div>
  );
}

interface Wants {
  label: string;
  ids: readonly string[];
  named: ReadonlyMap<string, EntityPart>;
  type: EntityType;
  change: (ids: string[]) => void;
}

/** A list of what is wanted: a box that adds, and chips that are taken off. */
function Wanted({ label, ids, named, type, change }: Wants) {
  const { t } = useTranslation();
  return (
    <div className="want">
      <Picker label={label} placeholder={t('docking.any')} types={[type]} without={ids} choose={(id) => id && change([...ids, id])} />
      <Chips label={label} ids={ids} named={named} remove={(id) => change(ids.filter((one) => one !== id))} />
    </div>
  );
}

/** What is on the screen: each entity and relationship of the reasons once. */
function shownOf(matches: readonly Match[], seeker?: EntityPart) {
  const reasons = matches.flatMap((match) => match.reasons);
  const entities: EntityPart[] = [...(seeker ? [seeker] : []), ...matches.map((match) => match.organization), ...reasons.flatMap((reason) => reason.via)];
  return {
    entities: [...new Map(entities.map((entity) => [entity.id, entity])).values()],
    relationships: [...new Map(reasons.flatMap((reason) => reason.evidence).map((one) => [one.id, one])).values()],
  };
}
