import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { localField } from '../../lib/local-name.ts';
import type { Fact, Scalar } from '../../lib/logic/types.ts';

/** The values that a fact may have, in words; weekdays and fulfilment are the product's own words. */
export function useFactOptions(): (fact: Fact) => { value: Scalar; label: string }[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (fact) =>
      (fact.options ?? []).map(({ value, label, translations }) => {
        const key = fact.path === 'now.weekday' ? `weekday.${value}` : `${fact.path}.${value}`;
        return {
          value,
          label: label
            ? localField(label, translations, 'label', language)
            : i18n.exists(key)
              ? t(key)
              : String(value),
        };
      }),
    [t, i18n, language],
  );
}
