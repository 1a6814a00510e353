// Link, cite, download: what can be taken away from a view.
import { Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';

import { type Citation, citeAsBibTeX, citeAsCSL, citeAsText } from '../core/cite';
import { formats, save } from '../core/download';
import { sourcesOf, useScreen } from '../core/screen';
import { Copyable } from './Copyable';
import { Drawer } from './Dialog';

/** The drawer and its button. */
export function ShareDrawer() {
  const { t } = useTranslation();
  return (
    <Drawer button={<button className="quiet">{t('share.button')}</button>} title={t('share.title')}>
      <Share />
    </Drawer>
  );
}

function Share() {
  const { t, i18n } = useTranslation();
  const { title, shown } = useScreen();
  const address = permalink(i18n.language);
  const accessed = new Date().toLocaleDateString('sv'); // YYYY-MM-DD
  const citation: Citation = { title: title || 'Guanxi', address, accessed, sources: shown ? sourcesOf(shown) : [] };
  const styles = [
    ['text', t('share.text'), citeAsText(citation)],
    ['bibtex', 'BibTeX', citeAsBibTeX(citation)],
    ['csl', 'CSL-JSON', citeAsCSL(citation)],
  ] as const;
  return (
    <>
      <h3>{t('share.link')}</h3>
      <Copyable text={address} label={t('share.link')} className="wrap" />

      <h3>{t('share.cite')}</h3>
      <Tabs.Root defaultValue="text">
        <Tabs.List className="tabs" aria-label={t('share.cite')}>
          {styles.map(([value, name]) => (
            <Tabs.Trigger key={value} value={value}>
              {name}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {styles.map(([value, name, text]) => (
          <Tabs.Content key={value} value={value}>
            <Copyable text={text} label={`${t('share.cite')}: ${name}`} className="wrap" />
          </Tabs.Content>
        ))}
      </Tabs.Root>

      <h3>{t('share.download')}</h3>
      {shown ? (
        <p className="buttons">
          {formats.map((format) => (
            <button key={format.name} onClick={() => save(format.file, format.media, format.write(shown))}>
              {t(`share.${format.name}`)}
            </button>
          ))}
        </p>
      ) : (
        <p className="muted">{t('share.nothing')}</p>
      )}
    </>
  );
}

/** The address of this view, with its language. */
function permalink(language: string): string {
  const url = new URL(location.href);
  url.searchParams.set('lang', language);
  return url.href;
}
