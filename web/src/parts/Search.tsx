// The search box: results as one types, in a list that arrow keys walk (a combobox, as ARIA describes it). `/` comes here
// from anywhere.
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { sortOf } from '../core/download/shown';
import { go, writeRoute } from '../core/route';
import { type Hit, rank } from '../core/search';
import type { EntityPart } from '../core/types';
import { useAsk } from '../core/useAsk';
import { SearchDocument } from '../generated/operations';
import { Glyph } from './Glyph';
import { langOf } from './Link';

const most = 10;
const pause = 150; // ms without a key before the server is asked

/** The search box. */
export function Search() {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const list = useId();
  const phrase = useLate(text.trim().slice(0, 200));
  const asking = useAsk(SearchDocument, phrase ? { phrase, lang: i18n.language, first: most } : null, true);
  const data = useDeferredValue(asking.data);
  const hits = useMemo(() => (data && phrase ? rank(data, phrase, most) : []), [data, phrase]);
  const shown = open && phrase !== '';

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);

  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, active]);

  const choose = (hit: Hit) => {
    setOpen(false);
    setText('');
    box.current?.blur();
    go(writeRoute({ page: 'entity', id: hit.id }));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && hits.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + move + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = hits[Math.max(active, 0)];
      if (shown && hit && asking.since === undefined) choose(hit);
    } else if (event.key === 'Escape') {
      if (open) setOpen(false);
      else setText('');
    }
  };

  return (
    <div className="search" role="search">
      <input
        ref={box}
        type="text"
        inputMode="search"
        enterKeyHint="go"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && active >= 0 && active < hits.length ? `${list}-${active}` : undefined}
        placeholder={t('search.label')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden>/</kbd>
      <div className="results" hidden={!shown} onMouseDown={(event) => event.preventDefault()}>
        <ul id={list} role="listbox" aria-label={t('search.results')}>
          {hits.map((hit, i) => (
            <li key={hit.id} id={`${list}-${i}`} role="option" aria-selected={i === active} onClick={() => choose(hit)}>
              <Glyph kind={hit.__typename} />
              <span className="name" lang={langOf(hit.label)}>
                {hit.label}
              </span>
              <span className="about">{about(hit, t)}</span>
            </li>
          ))}
        </ul>
        <Message phrase={phrase} found={hits.length} asking={asking} />
      </div>
    </div>
  );
}

/** Says what the list cannot: that it is awaited, empty, or failed. */
function Message({ phrase, found, asking }: { phrase: string; found: number; asking: { since?: number; error?: unknown; data?: unknown } }) {
  const { t } = useTranslation();
  if (asking.error) return <p role="status">{t('search.failed')}</p>;
  if (asking.since !== undefined && found === 0) return <p role="status">{t('search.searching')}</p>;
  if (found > 0) return <p role="status" className="sr-only">{t('search.count', { count: found })}</p>;
  return (
    <p role="status">
      {t('search.none', { phrase })} <span className="muted">{t('search.noneHint')}</span>
    </p>
  );
}

/** The kind of a result, and its country. */
function about(hit: Hit, t: (key: string) => string): string {
  const sort = sortOf(hit as EntityPart);
  const kind = sort && sort !== 'OTHER' ? t(`sort.${sort}`) : t(`kind.${hit.__typename}`);
  const country = 'country' in hit && hit.country ? hit.country.label : '';
  return [kind, country].filter(Boolean).join(' · ');
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
