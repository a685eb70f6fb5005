import type { Locale as AntdLocale } from 'antd/es/locale';
import dayjs from 'dayjs';
import type { Locale } from './i18n.ts';

const loaded = new Map<Locale, AntdLocale>();

/** Loads antd's and dayjs' texts of a language. */
export async function loadUiLocale(locale: Locale): Promise<void> {
  if (locale === 'en') loaded.set(locale, (await import('antd/es/locale/en_US')).default);
  else {
    const [antd] = await Promise.all([import('antd/es/locale/zh_CN'), import('dayjs/locale/zh-cn')]);
    loaded.set(locale, antd.default);
  }
}

/** antd's texts of a loaded language. */
export function uiLocale(locale: Locale): AntdLocale | undefined {
  return loaded.get(locale);
}

/** Makes dayjs speak a loaded language. */
export function setDayjsLocale(locale: Locale): void {
  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn');
}
