// Two partners, the agreements that make them so, and who says so.
import { useTranslation } from 'react-i18next';

import { countryName, countryOf, dateOf, isTieInferred } from '../../core/download/shown';
import type { PartnershipPart } from '../../core/types';
import { Inferred } from '../../parts/Inferred';
import { EntityLink } from '../../parts/Link';
import { Evidence } from './Evidence';

/** The two, as an item of a list. */
export function Partnership({ pair: { here, there, shared, agreements, evidence } }: { pair: PartnershipPart }) {
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
      <Shared agreements={agreements} />
      <Evidence relationships={evidence} of={`${here.label} – ${there.label}`} names={names} />
    </li>
  );
}

/** The agreements that two share: what each is, how far it has come, and when. */
export function Shared({ agreements }: Pick<PartnershipPart, 'agreements'>) {
  const { t } = useTranslation();
  return (
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
  );
}
