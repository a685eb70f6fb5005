import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { asAppError } from '../lib/app-error.ts';

/** Puts any error into words: what happened and what to do. */
export function useErrorText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error) => {
      const known = error as { key?: unknown; detail?: Record<string, unknown> } | null;
      const { key, detail } =
        typeof known?.key === 'string' ? { key: known.key, detail: known.detail ?? {} } : asAppError(error);
      const wanted = `error.${key}`;
      return t(i18n.exists(wanted) ? wanted : 'error.platform.unknown', detail);
    },
    [t, i18n],
  );
}
