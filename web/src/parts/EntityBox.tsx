// A box in which one names an entity: results as one types, in a list that arrow keys walk (a combobox, as ARIA describes
// it). The search box of the bar is one, and so is each place of a form that wants an entity.
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityPart } from '../core/types';
import { useAsk } from '../core/useAsk';
import { type EntityType, SearchDocument } from '../generated/operations';
import { Glyph } from './Glyph';
import { langOf } from './Link';
import { about, Why } from './Why';

const most = 10;
const nobody: readonly string[] = [];
const pause = 150; // ms without a key before the server is asked

interface Box {
  label: string;
  /** What stands in the empty box; the label, if nothing is given. */
  placeholder?: string;
  id?: string;
  ref?: React.Ref<HTMLInputElement>;
  /** What stands in it at first. */
  initial?: string;
  /** What may be found; anything, if nothing is given. */
  types?: readonly EntityType[];
  /** Ids that are not offered: those that are chosen already. */
  without?: readonly string[];
  choose: (entity: EntityPart) => void;
  /** Shows all results for a text; a box without it has no such line. */
  all?: (text: string) => void;
}

/** The box and its list. */
export function EntityBox({ label, placeholder = label, id, ref, initial = '', types, without = nobody, choose, all }: Box) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const typed = text.trim().slice(0, 200);
  const phrase = useLate(typed);
  const asking = useAsk(SearchDocument, open && searchable(phrase) ? { query: phrase, types: types ? [...types] : null, lang: i18n.language, first: most + without.length } : null, true);
  const data = useDeferredValue(asking.data);
  const hits = useMemo(
    () => (data && searchable(phrase) ? data.search.filter(({ entity }) => !without.includes(entity.id)).slice(0, most) : []),
    [data, phrase, without],
  );
  // Whether the list is of what stands in the box. A fast Enter does not take the first hit of an older text, but waits for
  // that of this one; a hit that was gone to with the arrows is meant as it stands there.
  const current = phrase === typed && data === asking.data && asking.since === undefined;
  const [entered, setEntered] = useState(false);
  const shown = open && phrase !== '';
  const lines = hits.length + (all ? 1 : 0);

  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, active]);

  useEffect(() => setText(initial), [initial]);

  // Another list has another hit in the place of the one that was gone to.
  const listed = hits.map(({ entity }) => entity.id).join(' ');
  useEffect(() => setActive(-1), [listed]);

  const take = (entity: EntityPart) => {
    setOpen(false);
    setText(initial);
    choose(entity);
  };
  useEffect(() => {
    if (!entered || !current) return;
    setEntered(false);
    if (hits[0]) take(hits[0].entity);
  });
  const takeAll = () => {
    setOpen(false);
    all?.(text.trim());
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // While pinyin or another input method composes, the keys are its own; 229 is what Safari tells of its last one.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && lines > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(active < 0 && move < 0 ? lines - 1 : (active + move + lines) % lines);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (text.trim() === '') return;
      const hit = hits[active];
      if (hit && shown) take(hit.entity);
      else if (all) takeAll();
      else setEntered(true);
    } else if (event.key === 'Escape') {
      if (open) setOpen(false);
      else setText('');
    }
  };

  return (
    <>
      <input
        ref={ref}
        id={id}
        type="text"
        inputMode="search"
        enterKeyHint="go"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && active >= 0 && active < lines ? `${list}-${active}` : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setEntered(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="results" hidden={!shown} onMouseDown={(event) => event.preventDefault()}>
        <ul id={list} role="listbox" aria-label={t('search.results')} aria-busy={!current}>
          {hits.map(({ entity, matched }, i) => (
            <li key={entity.id} id={`${list}-${i}`} role="option" aria-selected={i === active} onClick={() => take(entity)}>
              <Glyph kind={entity.__typename} />
              <span className="name" lang={langOf(entity.label)}>
                {entity.label}
              </span>
              <span className="about">
                {about(entity, t)} · <Why matched={matched} label={entity.label} />
              </span>
            </li>
          ))}
          {all && (
            <li id={`${list}-${hits.length}`} role="option" className="all" aria-selected={active === hits.length} onClick={takeAll}>
              {t('find.all', { q: text.trim() })}
            </li>
          )}
        </ul>
        <Message phrase={phrase} found={hits.length} taken={hits.length === 0 && (data?.search.length ?? 0) > 0} waits={!current} failed={!!asking.error} />
      </div>
    </>
  );
}

/** Whether a text has a letter or a digit, which a search must have. */
export function searchable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

interface Said {
  phrase: string;
  found: number;
  /** Whether all that was found is chosen already. */
  taken: boolean;
  waits: boolean;
  failed: boolean;
}

/** Says what the list cannot: that it is awaited, empty, or failed. */
function Message({ phrase, found, taken, waits, failed }: Said) {
  const { t } = useTranslation();
  if (failed) return <p role="status">{t('search.failed')}</p>;
  if (waits) return <p role="status">{t('search.searching')}</p>;
  if (found > 0) return <p role="status" className="sr-only">{t('search.count', { count: found })}</p>;
  if (taken) return <p role="status">{t('search.taken', { phrase })}</p>;
  return (
    <p role="status">
      {t('search.none', { phrase })} <span className="muted">{t('search.noneHint')}</span>
    </p>
  );
}

/** A text that waits for a pause in typing. */
function useLate(text: string): string {
  const [late, setLate] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLate(text), text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text]);
  return late;
}
