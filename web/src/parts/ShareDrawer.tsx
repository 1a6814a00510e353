// Link, cite, download: what can be taken away from a view.
import { Tabs } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Citation, citeAsBibTeX, citeAsCSL, citeAsText } from '../core/cite';
import { today } from '../core/days';
import { formats, save } from '../core/download';
import { asPNG, asSVG, type Drawing } from '../core/download/picture';
import { frameFor, mayBeFramed } from '../core/embed';
import { useScope } from '../core/scope';
import { sourcesOf, useScreen } from '../core/screen';
import { Copyable } from './Copyable';
import { Drawer } from './Dialog';
import { Icon } from './Icon';

/** The drawer and its button. */
export function ShareDrawer() {
  const { t } = useTranslation();
  return (
    <Drawer
      button={
        <button className="quiet tool" title={t('share.title')}>
          <Icon name="share" />
          <span className="word">{t('share.button')}</span>
        </button>
      }
      title={t('share.title')}
    >
      <Share />
    </Drawer>
  );
}

function Share() {
  const { t, i18n } = useTranslation();
  const { title, shown, draw } = useScreen();
  const address = permalink(i18n.language);
  const scope = useScope();
  const citation: Citation = { title: title || 'Guanxi', address, accessed: today(), sources: shown ? sourcesOf(shown) : [], scope };
  const styles = [
    ['text', t('share.text'), citeAsText(citation)],
    ['bibtex', 'BibTeX', citeAsBibTeX(citation)],
    ['csl', 'CSL-JSON', citeAsCSL(citation)],
  ] as const;
  return (
    <>
      <h3>{t('share.link')}</h3>
      <Copyable text={address} label={t('share.link')} className="wrap" />
      {address.length > longAddress && <p className="muted">{t('canvas.long', { count: address.length })}</p>}

      <Frame address={address} title={citation.title} />

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
          {draw && <Pictures draw={() => ({ ...draw(), title, link: address })} />}
        </p>
      ) : (
        <p className="muted">{t('share.nothing')}</p>
      )}
    </>
  );
}

const longAddress = 4000; // letters, from which on some programs cut one

/** The picture, in its two formats. */
function Pictures({ draw }: { draw: () => Drawing }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const png = async () => save('guanxi.png', 'image/png', await asPNG(draw()));
  return (
    <>
      <button onClick={() => save('guanxi.svg', 'image/svg+xml', asSVG(draw()))}>{t('canvas.svg')}</button>
      <button onClick={() => void png().then(() => setFailed(false), () => setFailed(true))}>{t('canvas.png')}</button>
      {failed && <span role="alert">{t('share.noPicture')}</span>}
    </>
  );
}

/** The view in a frame, to paste into another page. */
function Frame({ address, title }: { address: string; title: string }) {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState(true);
  useEffect(() => void mayBeFramed(address).then(setAllowed), [address]);
  return (
    <>
      <h3>{t('canvas.embed')}</h3>
      <p className="muted">{t(allowed ? 'canvas.embedHint' : 'canvas.embedRefused')}</p>
      <Copyable text={frameFor(address, title)} label={t('canvas.embed')} className="wrap" />
    </>
  );
}

/** The address of this view, with its language. */
function permalink(language: string): string {
  const url = new URL(location.href);
  url.searchParams.set('lang', language);
  return url.href;
}
