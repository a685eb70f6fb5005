import { useCallback } from 'react';
import { useLocale, useText } from '../providers/use-text.ts';

/** Monday first, as a week is read; 0 is Sunday in the data. */
export const week = [1, 2, 3, 4, 5, 6, 0] as const;

/** Days of the week in short words; all seven in one. */
export function useWeekdayText(): (days: readonly number[]) => string {
  const text = useText();
  const locale = useLocale();
  return useCallback(
    (days) => {
      if (days.length === 7) return text('weekday.every');
      const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
      return week
        .filter((day) => days.includes(day))
        .map((day) => name.format(Date.UTC(2023, 0, 1 + day)))
        .join(' ');
    },
    [text, locale],
  );
}
