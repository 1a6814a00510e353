// One sort of relationship of an entity: the others at its ends, what the relationship says, and who says so. A long one
// comes in pages.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { particulars, type Section as Relationships } from '../../core/around';
import { countryName, dateOf } from '../../core/download/shown';
import { documentsOf } from '../../core/pages';
import { usePartOnScreen } from '../../core/screen';
import { useMore } from '../../core/useMore';
import type { EntityPart } from '../../core/types';
import { EntityLink } from '../../parts/Link';
import { Failure, Partial } from '../../parts/States';
import { Evidence } from './Evidence';
import { figureText } from './figure';

const first = 12; // what is shown of a long list, until the reader asks for all

/** Where a section stands on the page. */
export function anchor({ type, direction }: Relationships): string {
  return `${type}-${direction}`;
}

/** The section. */
export function Section({ section, of }: { section: Relationships; of: EntityPart }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const { type, direction, omitted } = section;
  const documents = documentsOf(type, direction, of.__typename);
  const more = useMore(of.id, section, documents);
  usePartOnScreen(
    anchor(section),
    useMemo(() => ({ entities: more.rows.map(({ entity }) => entity), relationships: more.rows.map(({ relationship }) => relationship) }), [more.rows]),
  );
  const rows = [...section.rows, ...more.rows];
  const shown = all ? rows : rows.slice(0, first);
  const left = more.whole ? 0 : omitted - more.rows.length;
  const heading = anchor(section);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} tabIndex={-1}>
        {t(`tie.${type}.${direction}`)} <span className="count">{more.whole ? rows.length : section.rows.length + omitted}</span>
      </h3>
      <ul className="rows">
        {shown.map(({ entity, relationship }) => (
          <li key={relationship.id}>
            <div className="row-head">
              <EntityLink entity={entity} />
              <span className="muted">
                {[
                  entity.__typename === 'Figure' && figureText(entity, t, i18n.language),
                  particulars(relationship),
                  type !== 'IN_COUNTRY' && countryName(entity, t),
                  'status' in entity && t(`status.${entity.status}`),
                  dateOf(entity),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <Evidence
              relationships={[relationship]}
              of={entity.label}
              names={(id) => (id === entity.id ? entity.label : id === of.id ? of.label : id)}
            />
          </li>
        ))}
      </ul>
      <Partial truncated={more.truncated} />
      {more.error && <Failure error={more.error} again={more.next} />}
      {rows.length > shown.length && <button onClick={() => setAll(true)}>{t('entity.showAll', { count: rows.length })}</button>}
      {rows.length === shown.length && left > 0 && documents.length > 0 && !more.error && (
        <button disabled={more.waiting} onClick={more.next}>
          {t(more.waiting ? 'state.loading' : 'entity.showMore', { count: left })}
        </button>
      )}
      {left > 0 && documents.length === 0 && <Partial truncated={[]}>{t('entity.more', { count: left })}</Partial>}
    </section>
  );
}
