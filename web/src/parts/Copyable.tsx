// A text to take along, with a button that copies it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A text in a frame. */
export function Copyable({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className={`copyable ${className}`}>
      <pre tabIndex={0} aria-label={label} role="region">
        {text}
      </pre>
      <button className="quiet" onClick={() => void copy()} aria-label={`${t('app.copy')}: ${label}`}>
        <span role="status">{copied ? t('app.copied') : t('app.copy')}</span>
      </button>
    </div>
  );
}
