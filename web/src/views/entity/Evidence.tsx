// The statements behind relationships: each with its source, the place in it, how firmly it says so, when it holds, and a
// citation of that one statement.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { carry } from '../../core/address';
import { citeStatement } from '../../core/cite';
import { copied, selectAll } from '../../core/copy';
import { today } from '../../core/days';
import { embedded } from '../../core/embed';
import { type StatementPart, statementsOf } from '../../core/download/shown';
import { writeRoute } from '../../core/route';
import { placesOf } from '../../core/stated';
import type { RelationshipPart } from '../../core/types';
import { Link } from '../../parts/Link';

interface Behind {
  relationships: readonly RelationshipPart[];
  /** Tells one fold from another to those who do not see it. */
  of: string;
  /** What the ends of the relationships are called. */
  names: (id: string) => string;
}

/** The statements, each once, folded under their number. */
export function Evidence({ relationships, of, names }: Behind) {
  const { t } = useTranslation();
  const says = (r: RelationshipPart) => `${names(r.from.id)} ${t(`verb.${r.type}.out`)} ${names(r.to.id)}`;
  const statements = new Map<string, { s: StatementPart; claims: string[] }>();
  for (const r of relationships) {
    for (const one of statementsOf(r)) {
      const s = { ...one, source: { id: one.source.id, title: one.source.title ?? names(one.source.id) } };
      const key = JSON.stringify([s.source.id, s.locator, s.basis, s.note, s.validFrom, s.validTo, s.known]);
      statements.set(key, { s, claims: [...(statements.get(key)?.claims ?? []), says(r)] });
    }
  }
  const all = [...statements].map(([key, statement]) => ({ key, ...statement }));
  if (all.length === 0) return <p className="muted">{t('entity.noEvidence')}</p>;
  return (
    <details className="evidence">
      <summary>
        {t('entity.evidence', { count: all.length })}
        <span className="sr-only">: {of}</span>{' '}
        {[...new Set(all.map(({ s }) => s.basis))].map((basis) => (
          <span key={basis} className={`basis ${basis}`} title={t(`basisHint.${basis}`)}>
            {t(`basis.${basis}`)}
          </span>
        ))}
        <span className="locators muted">{[...new Set(all.flatMap(({ s }) => placesOf(s.locator)))].join('; ')}</span>
      </summary>
      <ul>
        {all.map(({ key, s, claims }) => (
          <li key={key}>
            <Link to={writeRoute({ page: 'entity', id: s.source.id })}>{s.source.title}</Link>,{' '}
            <Link to={writeRoute({ page: 'entity', id: s.source.id, at: s.locator })}>{s.locator}</Link>{' '}
            <span className={`basis ${s.basis}`}>{t(`basis.${s.basis}`)}</span> <Cite statement={s} claims={claims} />
            {s.note && <span className="note">{s.note}</span>}
            <Dates statement={s} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** When a statement holds, as far as its source tells, and since when it is known. */
function Dates({ statement: { validFrom, validTo, known } }: { statement: StatementPart }) {
  const { t } = useTranslation();
  const dates = [
    validFrom && t('entity.holdsFrom', { day: validFrom }),
    validTo && t('entity.holdsTo', { day: validTo }),
    known && t('entity.knownSince', { day: known }),
  ].filter(Boolean);
  return dates.length > 0 ? <span className="note">{dates.join(' · ')}</span> : null;
}

/** Copies the citation of one statement. */
function Cite({ statement, claims }: { statement: StatementPart; claims: readonly string[] }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(''); // that it was copied, or the citation, where the browser refuses that
  const refused = useRef<HTMLElement>(null);
  const copy = async () => {
    const { source, locator, basis } = statement;
    const address = embedded(carry(writeRoute({ page: 'entity', id: source.id, at: locator }), location.search), false);
    const text = citeStatement({ claims, source, locator, basis: t(`basis.${basis}`), address, accessed: today() });
    const done = await copied(text);
    setSaid(done ? 'copied' : text);
    if (done) setTimeout(() => setSaid(''), 2000);
  };
  const isRefused = said !== '' && said !== 'copied';
  useEffect(() => {
    if (isRefused) selectAll(refused.current);
  }, [isRefused]);
  return (
    <>
      <button className="quiet cite" aria-label={t('entity.citeOne', { source: statement.source.title ?? statement.source.id, locator: statement.locator })} onClick={() => void copy()}>
        <span role="status">{said === 'copied' ? t('app.copied') : t(isRefused ? 'state.cannotCopy' : 'share.cite')}</span>
      </button>
      <span className="note" ref={refused} hidden={!isRefused}>
        {isRefused && said}
      </span>
    </>
  );
}
