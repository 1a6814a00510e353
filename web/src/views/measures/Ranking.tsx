// The organizations in the order of a measure, as a table with a bar for each score.
import { useTranslation } from 'react-i18next';

import { countryName } from '../../core/download/shown';
import { begin } from '../../core/exploration/exploration';
import { writeRoute } from '../../core/route';
import type { CentralityQuery } from '../../generated/operations';
import { EntityLink, Link } from '../../parts/Link';

const mostInGraph = 10;

/** The table. `whole` scores are counts. */
export function Ranking(props: { ranking: CentralityQuery['centrality']['ranking']; name: string; whole: boolean }) {
  const { ranking, name, whole } = props;
  const { t, i18n } = useTranslation();
  if (ranking.length === 0) return <p className="state">{t('measures.none')}</p>;
  const digits = new Intl.NumberFormat(i18n.language, whole ? {} : { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const greatest = Math.max(...ranking.map(({ score }) => score), Number.MIN_VALUE);
  const first = ranking.slice(0, mostInGraph).map(({ organization }) => organization.id);
  return (
    <>
      <div className="ranking-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('measures.rank')}</th>
              <th scope="col">{t('measures.organization')}</th>
              <th scope="col">{t('measures.country')}</th>
              <th scope="col" className="score">
                {name}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranking.map(({ rank, score, organization }) => (
              <tr key={organization.id}>
                <td>{rank}</td>
                <th scope="row">
                  <EntityLink entity={organization} />
                </th>
                <td>{countryName(organization, t)}</td>
                <td className="score">
                  {digits.format(score)}
                  <i aria-hidden style={{ inlineSize: `${(score / greatest) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Link className="button" to={writeRoute({ page: 'explore', exploration: begin(...first), view: 'graph', selected: [] })}>
        {t('measures.graph', { count: first.length })}
      </Link>
    </>
  );
}
