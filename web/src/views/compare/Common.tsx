// What all the compared are tied to: the rarest first, with each one's tie to it and who says so.
import { useTranslation } from 'react-i18next';

import { particulars } from '../../core/around';
import type { CommonQuery } from '../../generated/operations';
import { EntityLink } from '../../parts/Link';
import { Partial } from '../../parts/States';
import { Evidence } from '../entity/Evidence';
import type { Compared } from './ComparePage';

const mostCommon = 20; // that are shown; one more is asked for, so that it is known whether there are others

interface All {
  found: CommonQuery['commonConnections'];
  of: readonly Compared[];
  names: (id: string) => string;
}

/** The list. That it is empty is said: it is an answer. */
export function Common({ found, of, names }: All) {
  const { t } = useTranslation();
  const shown = found.slice(0, mostCommon);
  const more = found.length > mostCommon;
  return (
    <section className="common" aria-labelledby="common">
      <h2 id="common">
        {t('compare.common')}{' '}
        <span className="count">
          {shown.length}
          {more && '+'}
        </span>
      </h2>
      <p className="muted">{t(found.length > 0 ? 'compare.commonHint' : 'compare.noCommon')}</p>
      {more && <Partial truncated={[]}>{t('state.first', { count: mostCommon })}</Partial>}
      <ul className="rows">
        {shown.map(({ entity, ties }) => (
          <li key={entity.id}>
            <div className="row-head">
              <EntityLink entity={entity} />
            </div>
            <ul className="under">
              {of.map(({ id, label }) => {
                const relationships = ties.find((tie) => tie.of.id === id)?.relationships ?? [];
                return (
                  <li key={id}>
                    {label}{' '}
                    <span className="muted">
                      {relationships
                        .map((r) => [t(`verb.${r.type}.${r.from.id === id ? 'out' : 'in'}`), particulars(r)].filter(Boolean).join(' · '))
                        .join('; ')}
                    </span>
                    <Evidence relationships={relationships} of={`${label} – ${entity.label}`} names={(one) => (one === entity.id ? entity.label : names(one))} />
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
