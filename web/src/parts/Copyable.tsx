// A text to take along, with a button that copies it.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { copied, selectAll } from '../core/copy';

/** A text in a frame. */
export function Copyable({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<'app.copied' | 'state.cannotCopy'>();
  const frame = useRef<HTMLPreElement>(null);
  const copy = async () => {
    const done = await copied(text);
    if (!done) selectAll(frame.current);
    setSaid(done ? 'app.copied' : 'state.cannotCopy');
    setTimeout(() => setSaid(undefined), done ? 2000 : 5000);
  };
  return (
    <div className={`copyable ${className}`}>
      <pre ref={frame} tabIndex={0} aria-label={label} role="region">
        {text}
      </pre>
      <button className="quiet" onClick={() => void copy()} aria-label={`${t('app.copy')}: ${label}`}>
        <span role="status">{t(said ?? 'app.copy')}</span>
      </button>
    </div>
  );
}
