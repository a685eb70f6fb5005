import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { humanize } from '../../lib/engine/humanize.ts';
import type { Labels } from '../../lib/engine/types.ts';

export type Words = {
  /** A label in the reader's language, else in the other one. */
  label: (labels: Labels | null | undefined) => string | undefined;
  /** What a table is called: as ops say, else as the product says, else its name as words. */
  resource: (name: string, labels?: Labels | null) => string;
  /** What a column is called. */
  column: (name: string, labels?: Labels) => string;
  /** What a value of an enum or of a list of choices is called. */
  value: (value: string) => string;
};

/** Words for tables, columns and values that the app's code does not know by name. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const label = useCallback<Words['label']>(
    (labels) => {
      const own = language === 'en' ? labels?.en : labels?.['zh-CN'];
      return own || labels?.['zh-CN'] || labels?.en || undefined;
    },
    [language],
  );
  const known = useCallback(
    (key: string, name: string): string => (i18n.exists(key) ? t(key) : humanize(name)),
    [t, i18n],
  );
  return {
    label,
    resource: useCallback((name, labels) => label(labels) ?? known(`resource.${name}`, name), [label, known]),
    column: useCallback((name, labels) => label(labels) ?? known(`column.${name}`, name), [label, known]),
    value: useCallback((value) => known(`value.${value}`, value), [known]),
  };
}
