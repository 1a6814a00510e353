// The statements behind relationships: each with its source, the place in it, and how firmly it says so.
import { useTranslation } from 'react-i18next';

import { statementsOf } from '../../core/download/shown';
import { writeRoute } from '../../core/route';
import type { RelationshipPart } from '../../core/types';
import { Link } from '../../parts/Link';

/** The statements, each once, folded under their number. `of` tells one fold from another to those who do not see it. */
export function Evidence({ relationships, of }: { relationships: readonly RelationshipPart[]; of: string }) {
  const { t } = useTranslation();
  const all = relationships.flatMap((r) => statementsOf(r));
  const statements = [...new Map(all.map((s) => [JSON.stringify([s.source.id, s.locator, s.basis, s.note]), s])).entries()];
  if (statements.length === 0) return <p className="muted">{t('entity.noEvidence')}</p>;
  return (
    <details className="evidence">
      <summary>
        {t('entity.evidence', { count: statements.length })}
        <span className="sr-only">: {of}</span>{' '}
        {[...new Set(statements.map(([, s]) => s.basis))].map((basis) => (
          <span key={basis} className={`basis ${basis}`} title={t(`basisHint.${basis}`)}>
            {t(`basis.${basis}`)}
          </span>
        ))}
        <span className="locators muted">{[...new Set(statements.map(([, s]) => s.locator))].join('; ')}</span>
      </summary>
      <ul>
        {statements.map(([key, s]) => (
          <li key={key}>
            <Link to={writeRoute({ page: 'entity', id: s.source.id })}>{s.source.title ?? s.source.id}</Link>, {s.locator}{' '}
            <span className={`basis ${s.basis}`}>{t(`basis.${s.basis}`)}</span>
            {s.note && <span className="note">{s.note}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
