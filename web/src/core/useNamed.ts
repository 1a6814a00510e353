// useNamed tells what the ids in an address are called.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { NamedDocument } from '../generated/operations';
import type { EntityPart } from './types';
import { useAsk } from './useAsk';

/** The entities of some ids, by id. One that is not there, or not there yet, is missing. */
export function useNamed(ids: readonly string[]): ReadonlyMap<string, EntityPart> {
  const { i18n } = useTranslation();
  const sorted = [...new Set(ids)].sort();
  const { data } = useAsk(NamedDocument, sorted.length > 0 ? { ids: sorted, lang: i18n.language } : null, true);
  return useMemo(() => new Map(data?.entities.map((entity) => [entity.id, entity])), [data]);
}
