// A place in a form that wants an entity: empty, it is a box to name one in; filled, it shows the entity, and can be
// emptied again. The focus stays in the place.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityPart } from '../core/types';
import type { EntityType } from '../generated/operations';
import { EntityBox } from './EntityBox';
import { EntityLink } from './Link';

interface Place {
  label: string;
  placeholder?: string;
  /** The id that fills the place. */
  value?: string;
  /** What it is called, once that is known. */
  entity?: EntityPart;
  /** What may be found, and which ids are not offered. */
  types?: readonly EntityType[];
  without?: readonly string[];
  /** Fills the place, or empties it. */
  choose: (id: string | undefined) => void;
}

/** The place. */
export function Picker({ label, placeholder, value, entity, types, without, choose }: Place) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [touched, setTouched] = useState(false);
  const id = useId();
  useEffect(() => {
    if (touched) (value ? button : box).current?.focus();
    setTouched(false);
  }, [value]);
  const to = (next: string | undefined) => {
    setTouched(true);
    choose(next);
  };
  return (
    <div className="picker">
      <label htmlFor={value ? undefined : id}>{label}</label>
      {value ? (
        <span className="picked">
          {entity ? <EntityLink entity={entity} /> : <code>{value}</code>}
          <button ref={button} className="quiet" aria-label={t('pick.remove', { of: label })} onClick={() => to(undefined)}>
            ✕
          </button>
        </span>
      ) : (
        <span className="search">
          <EntityBox ref={box} id={id} label={label} placeholder={placeholder ?? t('pick.placeholder')} types={types} without={without} choose={(one) => to(one.id)} />
        </span>
      )}
    </div>
  );
}

/** Chips: entities that were chosen, each with a button that takes it off. */
export function Chips({ label, ids, named, remove }: { label: string; ids: readonly string[]; named: ReadonlyMap<string, EntityPart>; remove: (id: string) => void }) {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <ul className="chips" aria-label={label}>
      {ids.map((id) => (
        <li key={id} className="chip">
          {named.get(id)?.label ?? id}
          <button className="quiet" aria-label={t('pick.takeOff', { name: named.get(id)?.label ?? id })} onClick={() => remove(id)}>
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
