// The search box of the bar: it leads to the page of what is chosen, or to all results. `/` comes here from anywhere.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { findWords, parseFinding } from '../core/finding';
import { go, useAddress, writeRoute } from '../core/route';
import { EntityBox } from './EntityBox';

/** The search box. */
export function Search() {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const { pathname, search } = useAddress();

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

  return (
    <div className="search" role="search">
      <EntityBox
        ref={box}
        label={t('search.label')}
        initial={pathname === '/find' ? parseFinding(new URLSearchParams(search)).q : ''}
        choose={({ id }) => {
          box.current?.blur();
          go(writeRoute({ page: 'entity', id }));
        }}
        all={(q) => {
          box.current?.blur();
          go(writeRoute({ page: 'find', finding: findWords(q) }));
        }}
      />
      <kbd aria-hidden>/</kbd>
    </div>
  );
}
