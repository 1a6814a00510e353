// One sort of relationship of an entity: the others at its ends, what the relationship says, and who says so.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { particulars, type Section as Relationships } from '../../core/around';
import { countryOf, dateOf } from '../../core/download/shown';
import { EntityLink } from '../../parts/Link';
import { Partial } from '../../parts/States';
import { Evidence } from './Evidence';
import { figureText } from './figure';

const first = 12; // what is shown of a long list, until the reader asks for all

/** The section. */
export function Section({ section }: { section: Relationships }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { type, direction, rows, omitted } = section;
  const heading = `${type}-${direction}`;
  const shown = all ? rows : rows.slice(0, first);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {t(`tie.${type}.${direction}`)} <span className="count">{rows.length + omitted}</span>
      </h2>
      <ul className="rows">
        {shown.map(({ entity, relationship }) => (
          <li key={relationship.id}>
            <div className="row-head">
              <EntityLink entity={entity} />
              <span className="muted">
                {[
                  entity.__typename === 'Figure' && figureText(entity, t),
                  particulars(relationship),
                  type !== 'IN_COUNTRY' && countryOf(entity)?.label,
                  'status' in entity && t(`status.${entity.status}`),
                  dateOf(entity),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <Evidence relationships={[relationship]} of={entity.label} />
          </li>
        ))}
      </ul>
      {rows.length > shown.length && <button onClick={() => setAll(true)}>{t('entity.showAll', { count: rows.length })}</button>}
      {omitted > 0 && <Partial truncated={[]}>{t('entity.more', { count: omitted })}</Partial>}
    </section>
  );
}
