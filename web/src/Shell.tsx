// The frame of every page: the bar with the search box, what can be done with any view, and the page itself.
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { parseRoute, useAddress } from './core/route';
import { choose, themes, useTheme } from './core/theme';
import { speak } from './i18n';
import { GlyphColours } from './parts/Glyph';
import { Link } from './parts/Link';
import { QueryDrawer } from './parts/QueryDrawer';
import { Search } from './parts/Search';
import { ShareDrawer } from './parts/ShareDrawer';
import { EntityPage } from './views/entity/EntityPage';
import { Home } from './views/Home';

// The graph's libraries are loaded with the first graph.
const Explore = lazy(() => import('./views/explore/Explore'));

/** The whole page. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <>
      <GlyphColours />
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="bar">
        <Link to="/" className="brand" title={t('app.home')}>
          <span className="seal" lang="zh-Hans">
            关系
          </span>
          <span className="wordmark" lang="en">
            Guanxi
          </span>
        </Link>
        <Search />
        <nav className="tools" aria-label={t('share.title')}>
          <QueryDrawer />
          <ShareDrawer />
          <LanguageButton />
          <ThemeMenu />
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <Page />
      </main>
    </>
  );
}

/** The page that the address names. */
function Page() {
  const { t } = useTranslation();
  const { pathname, search } = useAddress();
  const route = useMemo(() => parseRoute(pathname, search), [pathname, search]);
  switch (route.page) {
    case 'home':
      return <Home />;
    case 'entity':
      return <EntityPage key={route.id} id={route.id} />;
    case 'explore':
      return (
        <Suspense fallback={<p className="state">{t('state.loading')}</p>}>
          <Explore route={route} />
        </Suspense>
      );
    case 'none':
      return <Nowhere />;
  }
}

function Nowhere() {
  const { t } = useTranslation();
  useEffect(() => void (document.title = t('app.notFoundTitle')));
  return (
    <div className="state">
      <h1>{t('app.notFoundTitle')}</h1>
      <p>{t('app.notFoundText')}</p>
      <Link className="button" to="/">
        {t('app.home')}
      </Link>
    </div>
  );
}

function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <button className="quiet" title={t('app.languageLabel')} onClick={() => void speak(other)}>
      <span lang={other === 'zh' ? 'zh-Hans' : 'en'}>{t('app.language')}</span>
    </button>
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const theme = useTheme();
  return (
    <select aria-label={t('app.theme')} value={theme} onChange={(event) => choose(themes.find((one) => one === event.target.value)!)}>
      {themes.map((one) => (
        <option key={one} value={one}>
          {t(`app.theme_${one}`)}
        </option>
      ))}
    </select>
  );
}
