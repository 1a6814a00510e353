// The page of comparison: two to five entities side by side, what they are, whom they have as partners, what else they
// have, what all of them have in common, and when.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { isNotFound } from '../../core/api';
import { type CompareAsk, mostCompared, shows, writeCompare } from '../../core/asked/compare';
import { followed } from '../../core/asked/paths';
import { go } from '../../core/route';
import { usePutOnScreen } from '../../core/screen';
import type { EntityPart } from '../../core/types';
import { useAsk } from '../../core/useAsk';
import { CommonDocument, CompareDocument, type CompareQuery, NeighbourhoodDocument, type RelationshipType } from '../../generated/operations';
import { Picker } from '../../parts/Picker';
import { Cancelled, Failure, Loading, Partial } from '../../parts/States';
import { Common } from './Common';
import { SideBySide } from './SideBySide';

/** An entity, as the page knows it. */
export type Compared = CompareQuery['entities'][number];

// Beside what ties by itself, the same country, place and field are worth telling.
const common: readonly RelationshipType[] = [...followed, 'ACTIVE_IN', 'OPERATES_IN', 'IN_COUNTRY', 'LOCATED_IN', 'HELD_IN'];

/** The page. */
export function ComparePage({ ask }: { ask: CompareAsk }) {
  const { t, i18n } = useTranslation();
  const { of, show } = ask;
  const lang = i18n.language;
  const facts = useAsk(CompareDocument, of.length > 0 ? { of: [...of], lang } : null, true);
  const entities = useMemo(() => of.flatMap((id) => facts.data?.entities.find((one) => one.id === id) ?? []), [of, facts.data]);
  const missing = facts.data && facts.since === undefined ? of.filter((id) => !entities.some((one) => one.id === id)) : [];
  const there = of.filter((id) => !missing.includes(id)); // the others can be compared all the same
  const enough = there.length > 1;
  const around = useAsk(NeighbourhoodDocument, there.length > 0 ? { of: there, through: null, perNode: 50, limit: 600, lang } : null, true);
  const shared = useAsk(CommonDocument, enough ? { of: there, through: [...common], lang } : null, true);
  const shown = useMemo(
    () => around.data && { entities: around.data.neighbourhood.nodes, relationships: around.data.neighbourhood.relationships },
    [around.data],
  );
  const names = (id: string) => around.data?.neighbourhood.nodes.find((one) => one.id === id)?.label ?? id;
  const title = entities.length > 0 ? t('compare.titleOf', { names: list(entities, lang) }) : t('compare.title');
  usePutOnScreen(title, shown);
  const change = (next: globalThis.Partial<CompareAsk>) => go(writeCompare({ ...ask, ...next }));
  const asking = [facts, around, shared];
  const failed = asking.find((one) => one.error && !isNotFound(one.error));
  const waiting = asking.find((one) => one.since !== undefined && !one.data);
  const ended = asking.find((one) => one.cancelled);

  return (
    <div className="compare">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="muted">{t('compare.intro')}</p>
      </header>
      <section className="ask-form" aria-label={t('compare.form')}>
        {of.length < mostCompared && (
          <Picker
            label={t(of.length === 0 ? 'compare.first' : 'compare.add')}
            without={of}
            choose={(id) => id && change({ of: [...of, id] })}
          />
        )}
        {of.length === mostCompared && <p className="muted">{t('compare.full', { count: mostCompared })}</p>}
        {enough && (
          <fieldset>
            <legend>{t('compare.show')}</legend>
            {shows.map((one) => (
              <label key={one}>
                <input type="radio" name="show" checked={show === one} onChange={() => change({ show: one })} />
                {t(`compare.show_${one}`)}
              </label>
            ))}
          </fieldset>
        )}
      </section>
      {!enough && missing.length === 0 && <p className="state">{t(of.length === 0 ? 'compare.none' : 'compare.one')}</p>}
      {missing.map((id) => (
        <p key={id} className="partial" role="alert">
          {t('compare.missing', { id })} <button onClick={() => change({ of: of.filter((one) => one !== id) })}>{t('compare.remove', { name: id })}</button>
        </p>
      ))}
      {failed && <Failure error={failed.error!} again={failed.again} />}
      {ended && <Cancelled again={ended.again} />}
      {waiting && <Loading since={waiting.since} cancel={waiting.cancel} />}
      {enough && shared.data && <Common found={shared.data.commonConnections} of={entities} names={names} />}
      {entities.length > 0 && (
        <SideBySide
          entities={entities}
          around={around.data?.neighbourhood}
          show={show}
          names={names}
          remove={(id) => change({ of: of.filter((one) => one !== id) })}
        />
      )}
      {around.data?.neighbourhood.truncated && <Partial truncated={[]}>{t('compare.truncated')}</Partial>}
      <Partial truncated={asking.flatMap((one) => one.truncated ?? [])} />
    </div>
  );
}

/** Names as a sentence has them: "A, B and C". */
function list(entities: readonly EntityPart[], lang: string): string {
  return new Intl.ListFormat(lang).format(entities.map(({ label }) => label));
}
