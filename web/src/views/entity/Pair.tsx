// Two partners, the agreements that make them so, and who says so.
import { useTranslation } from 'react-i18next';

import { countryName, countryOf, dateOf, isTieInferred } from '../../core/download/shown';
import type { CountryPartnershipsQuery } from '../../generated/operations';
import { Inferred } from '../../parts/Inferred';
import { EntityLink } from '../../parts/Link';
import { Evidence } from './Evidence';

/** Such a pair, as its page knows it. */
export type Partnership = CountryPartnershipsQuery['partnerships']['edges'][number]['node'];

/** The pair. */
export function Pair({ pair: { here, there, shared, agreements, evidence } }: { pair: Partnership }) {
  const { t } = useTranslation();
  const named = [here, there, ...agreements];
  const names = (id: string) =>
    named.find((one) => one.id === id)?.label ?? [here, there].map(countryOf).find((country) => country?.code === id)?.label ?? id;
  return (
    <li>
      <div className="row-head">
        <span className="pair">
          <EntityLink entity={here} /> <span aria-hidden>–</span> <EntityLink entity={there} />{' '}
          {!here.inferred && !there.inferred && isTieInferred(evidence) && <Inferred />}
        </span>
        <span className="muted">{[countryName(there, t), t('entity.shared', { count: shared })].filter(Boolean).join(' · ')}</span>
      </div>
      <ul className="under">
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <EntityLink entity={agreement} />{' '}
            <span className="muted">
              {[t(`sort.${agreement.agreementKind}`), t(`status.${agreement.status}`), dateOf(agreement)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <Evidence relationships={evidence} of={`${here.label} – ${there.label}`} names={names} />
    </li>
  );
}
