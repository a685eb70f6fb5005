import type { I18nProvider } from '@refinedev/core';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loadUiLocale, setDayjsLocale } from './ui-locale.ts';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

const storageKey = 'linli-admin-locale';

const loaders: Record<Locale, () => Promise<{ default: Record<string, string> }[]>> = {
  'zh-CN': () => Promise.all([import('@linli/messages/zh-CN.json'), import('../messages/zh-CN.json')]),
  en: () => Promise.all([import('@linli/messages/en.json'), import('../messages/en.json')]),
};

/** The language chosen before, else the browser's, else Chinese. */
export function preferredLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  const wanted = stored ?? navigator.language;
  return wanted.startsWith('zh') ? 'zh-CN' : stored === 'en' || wanted.startsWith('en') ? 'en' : 'zh-CN';
}

async function load(instance: i18n, locale: Locale): Promise<void> {
  if (instance.hasResourceBundle(locale, 'translation')) return;
  const [parts] = await Promise.all([loaders[locale](), loadUiLocale(locale)]);
  instance.addResourceBundle(locale, 'translation', Object.assign({}, ...parts.map((part) => part.default)));
}

/** The translator with the preferred language loaded. Keys are flat; parameters are written `{name}`. */
export async function createI18n(): Promise<i18n> {
  const instance = i18next.createInstance();
  const locale = preferredLocale();
  await instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    resources: {},
    partialBundledLanguages: true,
    react: { useSuspense: false },
  });
  await changeLocale(instance, locale);
  return instance;
}

/** Loads and shows a language, and remembers it. */
export async function changeLocale(instance: i18n, locale: Locale): Promise<void> {
  await load(instance, locale);
  setDayjsLocale(locale);
  await instance.changeLanguage(locale);
  localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale;
}

/** Refine's texts come from the same messages. */
export function createI18nProvider(instance: i18n): I18nProvider {
  return {
    translate: (key, options, fallback) =>
      instance.exists(key) ? instance.t(key, options as Record<string, unknown>) : (fallback ?? key),
    changeLocale: (locale) => changeLocale(instance, locale as Locale),
    getLocale: () => instance.language,
  };
}
