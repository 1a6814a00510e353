// The languages of the pages. The reader's choice is kept in the browser; `lang` in an address goes before it.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { en } from './en';
import { zh } from './zh';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** The texts of a language. */
export type Texts = Same<typeof en>;

/** The tags of the languages. */
export type Language = 'en' | 'zh';

const place = 'guanxi.language';

/** The language to begin with: the address's, the one chosen last, or the browser's. */
function first(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(place) ?? navigator.language;
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
  localStorage.setItem(place, language);
  await i18next.changeLanguage(language);
  mark();
}

function mark() {
  document.documentElement.lang = i18next.language === 'zh' ? 'zh-Hans' : 'en';
}
