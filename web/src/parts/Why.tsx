// What a result says of itself: what it is, and why it was found.
import { useTranslation } from 'react-i18next';

import { countryName, dateOf, sortOf } from '../core/download/shown';
import type { EntityPart } from '../core/types';
import type { SearchQuery } from '../generated/operations';
import { langOf } from './Link';

/** Why something was found. */
export type Match = SearchQuery['search'][number]['matched'];

/** Why something was found: by which of its names, and how that fits. */
export function Why({ matched: { name, how }, label }: { matched: Match; label: string }) {
  const { t } = useTranslation();
  return (
    <span className="why">
      {t(`find.how_${how}`)}
      {name !== label && (
        <>
          : <span lang={langOf(name)}>{name}</span>
        </>
      )}
    </span>
  );
}

/** The kind of an entity, its country and its date, as far as they are known. */
export function about(entity: EntityPart, t: (key: string) => string): string {
  const sort = sortOf(entity);
  const kind = sort && sort !== 'OTHER' ? t(`sort.${sort}`) : t(`kind.${entity.__typename}`);
  return [entity.inferred && t('basis.INFERRED'), kind, countryName(entity, t), dateOf(entity)].filter(Boolean).join(' · ');
}
