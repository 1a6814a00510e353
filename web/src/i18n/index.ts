// The languages of the pages. The reader's choice is kept in the browser; `lang` in an address goes before it.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { goExactly } from '../core/address';
import { keep, kept } from '../core/kept';
import { en } from './en';
import { zh } from './zh';

/** The same texts in another language. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** The texts of a language. */
export type Texts = Same<typeof en>;

/** The tags of the languages. */
export type Language = 'en' | 'zh';

const place = 'guanxi.language';

/** The language to begin with: the address's, the one chosen last, or the browser's. */
function first(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? kept(place) ?? navigator.language;
  return asked.startsWith('zh') ? 'zh' : 'en';
}

await i18next.use(initReactI18next).init({
  lng: first(),
  fallbackLng: 'en',
  resources: { en: { translation: en }, zh: { translation: zh } },
  interpolation: { escapeValue: false },
});
mark();

/** Changes the language, and keeps the choice. */
export async function speak(language: Language) {
  keep(place, language);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.set('lang', language); // what the address names goes before what is kept
    goExactly(address.pathname + address.search, true);
  }
  await i18next.changeLanguage(language);
  mark();
}

function mark() {
  document.documentElement.lang = i18next.language === 'zh' ? 'zh-Hans' : 'en';
}
