import type shared from '@linli/messages/zh-CN.json';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type own from '../messages/zh-CN.json';
import type { Locale } from './i18n.ts';

export type MessageKey = keyof typeof own | keyof typeof shared;
export type TextParams = Record<string, string | number>;
export type Text = (key: MessageKey, params?: TextParams) => string;

/** The texts of the current language. */
export function useText(): Text {
  const { t } = useTranslation();
  return useCallback((key, params) => t(key, params ?? {}), [t]);
}

/** The current language. */
export function useLocale(): Locale {
  return useTranslation().i18n.language as Locale;
}
