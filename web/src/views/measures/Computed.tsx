// What figures were computed on, and how, above them.
import { useTranslation } from 'react-i18next';

import type { ComputedPartFragment } from '../../generated/operations';

/** The note. */
export function Computed({ method, network, organizations, pairs, projection }: ComputedPartFragment) {
  const { t, i18n } = useTranslation();
  return (
    <div className="computed-note" role="note">
      <p>
        <span className="basis computed-word">{t('measures.computed')}</span>{' '}
        {t('measures.computedOn', { organizations: organizations.toLocaleString(i18n.language), count: pairs })}
      </p>
      <dl>
        <dt>{t('measures.method')}</dt>
        <dd lang="en">{method}</dd>
        <dt>{t('measures.network')}</dt>
        <dd lang="en">{network}</dd>
        <dt>{t('measures.projection')}</dt>
        <dd>
          <code>{projection}</code>
        </dd>
      </dl>
    </div>
  );
}
