// The partners of an organization, each with the agreements that make it one.
import { useTranslation } from 'react-i18next';

import { countryName, isTieInferred } from '../../core/download/shown';
import { Inferred } from '../../parts/Inferred';
import { EntityLink } from '../../parts/Link';
import { Partial } from '../../parts/States';
import { Evidence } from './Evidence';
import type { EntityNode } from './EntityPage';
import { Shared } from './Partnership';

/** The partners. That there are none is said, too: it is an answer. */
export function Partners({ node }: { node: Extract<EntityNode, { partnersConnection: unknown }> }) {
  const { t } = useTranslation();
  const { edges, totalCount } = node.partnersConnection;
  return (
    <section aria-labelledby="partners">
      <h2 id="partners" tabIndex={-1}>
        {t('entity.partners')} <span className="count">{totalCount}</span>
      </h2>
      <p className="muted">{t(edges.length > 0 ? 'entity.partnersHint' : 'entity.noPartners')}</p>
      <ul className="rows">
        {edges.map(({ node: partner, properties }) => (
          <li key={partner.id}>
            <div className="row-head">
              <span>
                <EntityLink entity={partner} /> {!partner.inferred && isTieInferred(properties.evidence) && <Inferred />}
              </span>
              <span className="muted">
                {[countryName(partner, t), t('entity.shared', { count: properties.shared })].filter(Boolean).join(' · ')}
              </span>
            </div>
            <Shared agreements={properties.agreements} />
            <Evidence relationships={properties.evidence} of={partner.label} names={(id) => [node, partner, ...properties.agreements].find((one) => one.id === id)?.label ?? id} />
          </li>
        ))}
      </ul>
      {totalCount > edges.length && <Partial truncated={[]}>{t('entity.more', { count: totalCount - edges.length })}</Partial>}
    </section>
  );
}
