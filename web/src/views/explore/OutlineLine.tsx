// One line of the outline.
import { useTranslation } from 'react-i18next';

import { particulars } from '../../core/around';
import { isInferred } from '../../core/download/shown';
import type { Group } from '../../core/exploration/scene';
import type { EntityPart, RelationshipPart } from '../../core/types';
import { Glyph } from '../../parts/Glyph';
import { Inferred } from '../../parts/Inferred';
import { langOf } from '../../parts/Link';
import type { Tied } from './outlineLines';

/** The name of an entity, with the sign of its kind. */
export function EntityName({ entity }: { entity: EntityPart }) {
  const { t } = useTranslation();
  return (
    <>
      <Glyph kind={entity.__typename} title={t(`kind.${entity.__typename}`)} />
      <span className="name" lang={langOf(entity.label)}>
        {entity.label}
      </span>
      {entity.inferred && <Inferred />}
    </>
  );
}

/** A relationship, by its type and the entity that it leads to. */
export function TieLine({ relationship, entity, of }: { relationship: RelationshipPart; entity: EntityPart; of: string }) {
  const { t } = useTranslation();
  const more = particulars(relationship);
  return (
    <>
      <span className="tie-type">{t(`tie.${relationship.type}.${relationship.from.id === of ? 'out' : 'in'}`)}: </span>
      <EntityName entity={entity} />
      {more && <span className="muted"> ({more})</span>}
      {isInferred(relationship) && !entity.inferred && <Inferred />}
    </>
  );
}

const named = 5; // of what a closed group is tied to

/** A group: its name, how many are in it and, if it is closed, what it is tied to. */
export function GroupLine({ group, tied }: { group: Group; tied: readonly Tied[] }) {
  const { t } = useTranslation();
  const names = tied.slice(0, named).map(({ label, count }) => (count > 1 ? `${label} ×${count}` : label));
  if (tied.length > named) names.push(t('canvas.more', { count: tied.length - named }));
  return (
    <>
      <Glyph kind={group.kind} title={t(`kind.${group.kind}`)} />
      <b className="name" lang={langOf(group.label)}>
        {group.label}
      </b>{' '}
      <span className="muted">
        {t('canvas.members', { count: group.members.length })}
        {names.length > 0 && ` · ${t('canvas.tiedTo', { names: names.join(', ') })}`}
      </span>
    </>
  );
}

