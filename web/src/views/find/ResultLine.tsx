// One result: what it is, where and when, and why it was found.
import { useTranslation } from 'react-i18next';

import { EntityLink } from '../../parts/Link';
import { about, Why } from '../../parts/Why';
import type { Result } from './results';

/** The line. */
export function ResultLine({ result: { entity, matched } }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <li>
      <EntityLink entity={entity} />
      <p className="about">
        {about(entity, t)}
        {matched && (
          <>
            {' · '}
            <Why matched={matched} label={entity.label} />
          </>
        )}
      </p>
    </li>
  );
}
