// One match: whom to approach, what speaks for it in words, what each reason weighs, and what it rests on.
import { useTranslation } from 'react-i18next';

import { usualHops } from '../../core/asked/paths';
import { countryName, sortOf } from '../../core/download/shown';
import { writeRoute } from '../../core/route';
import type { EntityPart } from '../../core/types';
import { EntityLink, Link } from '../../parts/Link';
import { Evidence } from '../entity/Evidence';
import type { Match } from './DockingPage';

interface Card {
  match: Match;
  rank: number;
  /** The score of the best match, which the bars are measured by. */
  most: number;
  whom: string;
  name: string;
}

/** The match. */
export function MatchCard({ match: { organization, score, reasons }, rank, most, whom, name }: Card) {
  const { t } = useTranslation();
  const sort = sortOf(organization);
  const about = [sort && sort !== 'OTHER' ? t(`sort.${sort}`) : t(`kind.${organization.__typename}`), countryName(organization, t)];
  return (
    <li className="card match" aria-label={t('docking.rank', { n: rank, name: organization.label })}>
      <header>
        <div>
          <EntityLink entity={organization} />
          <span className="muted">{about.filter(Boolean).join(' · ')}</span>
        </div>
        <span className="computed-tag">{t('docking.tag')}</span>
      </header>
      <div className="weights" aria-hidden style={{ width: `${(100 * score) / most}%` }}>
        {reasons.map(({ kind, role, weight }) => (
          <span key={`${kind} ${role}`} className={kind} style={{ flexGrow: weight }} title={`${t(`docking.kind_${kind}`)}: ${weight.toFixed(2)}`} />
        ))}
      </div>
      <ul className="reasons">
        {reasons.map((reason) => (
          <Reason key={`${reason.kind} ${reason.role}`} reason={reason} organization={organization} whom={whom} name={name} />
        ))}
      </ul>
      <p className="score">
        <span>{t('docking.score')}</span> <b>{score.toFixed(2)}</b>
      </p>
      <p className="buttons">
        <Link className="button" to={writeRoute({ page: 'paths', ask: { from: whom, to: organization.id, avoid: [], hops: usualHops } })}>
          {t('docking.paths')}
        </Link>
        <Link className="button" to={writeRoute({ page: 'compare', ask: { of: [whom, organization.id], show: 'all' } })}>
          {t('docking.compare')}
        </Link>
      </p>
    </li>
  );
}

interface One {
  reason: Match['reasons'][number];
  organization: EntityPart;
  whom: string;
  name: string;
}

/** A reason in words, with what lies between the two and the statements that it rests on. */
function Reason({ reason: { kind, role, weight, via, evidence }, organization, whom, name }: One) {
  const { t } = useTranslation();
  const names = (id: string) => (id === whom ? name : [organization, ...via].find((one) => one.id === id)?.label ?? id);
  return (
    <li>
      <span className={`key ${kind}`} aria-hidden />
      <div>
        <p>{t(`docking.reason_${kind}`, { of: name, role: role && t(`docking.role_${role}`) })}</p>
        <ul className="inline">
          {via.map((one) => (
            <li key={one.id}>
              <EntityLink entity={one} />
            </li>
          ))}
        </ul>
        <Evidence relationships={evidence} of={`${organization.label}, ${t(`docking.kind_${kind}`)}`} names={names} />
      </div>
      <span className="weight">{weight.toFixed(2)}</span>
    </li>
  );
}
