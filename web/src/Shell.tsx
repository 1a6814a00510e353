// The frame of every page: the bar with the search box, what can be done with any view, and the page itself.
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { embedded, useEmbedded } from './core/embed';
import { parseRoute, useAddress } from './core/route';
import { choose, themes, useTheme } from './core/theme';
import { speak } from './i18n';
import { Banners } from './parts/Banners';
import { GlyphColours } from './parts/Glyph';
import { Icon } from './parts/Icon';
import { Link } from './parts/Link';
import { QueryDrawer } from './parts/QueryDrawer';
import { ScopePanel } from './parts/ScopePanel';
import { Search } from './parts/Search';
import { ShareDrawer } from './parts/ShareDrawer';
import { Unbroken } from './parts/Unbroken';
import { ComparePage } from './views/compare/ComparePage';
import { DockingPage } from './views/docking/DockingPage';
import { EntityPage } from './views/entity/EntityPage';
import { Find } from './views/find/Find';
import { Home } from './views/Home';
import { Measures } from './views/measures/Measures';
import { PathsPage } from './views/paths/PathsPage';

// The graph's libraries are loaded with the first graph.
const Explore = lazy(() => import('./views/explore/Explore'));

/** The whole page. Inside another page (`embed`), it has no bar. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useAddress(); // another page is not broken because the last one was
  useFocus(pathname);
  if (useEmbedded()) {
    return (
      <>
        <GlyphColours />
        <Banners />
        <main id="content" className="embedded" tabIndex={-1}>
          <Unbroken key={pathname}>
            <Page />
          </Unbroken>
        </main>
        <Outside />
      </>
    );
  }
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
        <div className="tools">
          <ScopePanel />
          <QueryDrawer />
          <ShareDrawer />
          <LanguageButton />
          <ThemeButton />
        </div>
        <Pages />
      </header>
      <Banners />
      <main id="content" tabIndex={-1}>
        <Unbroken key={pathname}>
          <Page />
        </Unbroken>
      </main>
    </>
  );
}

/** Moves the focus to a page that was gone to by what is gone with the page before: the keyboard goes on from there. */
function useFocus(pathname: string) {
  const last = useRef(pathname);
  useEffect(() => {
    const [here, body] = [document.getElementById('content'), document.activeElement === document.body];
    if (last.current !== pathname && body) here?.focus({ preventScroll: true });
    last.current = pathname;
  }, [pathname]);
}

/** The way from a frame to the same view with all its tools. */
function Outside() {
  const { t } = useTranslation();
  const { pathname, search } = useAddress();
  return (
    <footer className="outside">
      <a href={embedded(pathname + search, false)} target="_blank" rel="noopener">
        <span className="seal" lang="zh-Hans">
          关系
        </span>{' '}
        {t('canvas.openHere')} <span aria-hidden>↗</span>
      </a>
    </footer>
  );
}

const pages = ['find', 'paths', 'docking', 'compare', 'measures'] as const;

/** The pages that one can go to from anywhere. */
function Pages() {
  const { t } = useTranslation();
  const { pathname } = useAddress();
  return (
    <nav className="pages" aria-label={t('nav.label')}>
      {pages.map((name) => (
        <Link key={name} to={`/${name}`} aria-current={pathname === `/${name}` ? 'page' : undefined}>
          {t(`nav.${name}`)}
        </Link>
      ))}
    </nav>
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
    case 'find':
      return <Find finding={route.finding} />;
    case 'entity':
      return <EntityPage key={route.id} id={route.id} at={route.at} ask={route.ask} />;
    case 'paths':
      return <PathsPage ask={route.ask} />;
    case 'explore':
      return (
        <Suspense fallback={<p className="state">{t('state.loading')}</p>}>
          <Explore route={route} />
        </Suspense>
      );
    case 'measures':
      return <Measures measuring={route.measuring} />;
    case 'compare':
      return <ComparePage ask={route.ask} />;
    case 'docking':
      return <DockingPage ask={route.ask} />;
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
    <button className="quiet tool" title={t('app.languageLabel')} onClick={() => void speak(other)}>
      <Icon name="language" />
      <span className="word" lang={other === 'zh' ? 'zh-Hans' : 'en'}>
        {t('app.language')}
      </span>
    </button>
  );
}

/** Goes from one choice of colours to the next. */
function ThemeButton() {
  const { t } = useTranslation();
  const theme = useTheme();
  const label = `${t('app.theme')}: ${t(`app.theme_${theme}`)}`;
  return (
    <button className="quiet tool" title={label} onClick={() => choose(themes[(themes.indexOf(theme) + 1) % themes.length]!)}>
      <Icon name={theme} />
      <span className="sr-only">{label}</span>
    </button>
  );
}
