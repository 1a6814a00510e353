// The communities of the network, the largest first, each with those of its members that have the most partners.
import { useTranslation } from 'react-i18next';

import type { Truncation } from '../../core/api';
import { begin } from '../../core/exploration/exploration';
import { writeRoute } from '../../core/route';
import type { CommunitiesQuery } from '../../generated/operations';
import { EntityLink, Link } from '../../parts/Link';
import { Partial } from '../../parts/States';
import { Computed } from './Computed';

/** The list. */
export function Communities({ found, truncated }: { found: CommunitiesQuery['communities']; truncated: readonly Truncation[] }) {
  const { t, i18n } = useTranslation();
  const modularity = found.modularity?.toLocaleString(i18n.language, { maximumFractionDigits: 3 }) ?? '–';
  return (
    <section className="computed" aria-labelledby="communities">
      <h2 id="communities">{t('measures.communitiesTitle')}</h2>
      <p>{t('measures.communitiesText', { count: found.count, modularity })}</p>
      <Computed {...found.computed} />
      <ol className="communities">
        {found.communities.map(({ size, members }, i) => (
          <li key={i} className="card">
            <h3>
              {t('measures.community', { n: i + 1 })} <span className="count">{t('measures.size', { count: size })}</span>
            </h3>
            <ul className="inline">
              {members.map((member) => (
                <li key={member.id}>
                  <EntityLink entity={member} />
                </li>
              ))}
              {size > members.length && <li className="muted">{t('measures.others', { count: size - members.length })}</li>}
            </ul>
            <Link to={writeRoute({ page: 'explore', exploration: begin(...members.map(({ id }) => id)), view: 'graph', selected: [] })}>
              {t('measures.inGraph', { n: i + 1 })}
            </Link>
          </li>
        ))}
      </ol>
      {found.count > found.communities.length && <Partial truncated={[]}>{t('measures.largest', { count: found.communities.length })}</Partial>}
      <Partial truncated={truncated} />
    </section>
  );
}
