import { dateFormat } from './date-format.ts';

const steps: readonly [limitSeconds: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [7 * 86_400, 'day', 86_400],
];

/**
 * How long ago or how far ahead `at` is, seen from `now`: 刚刚, 5分钟前, in 2 hours, yesterday.
 * Beyond a week it is a date in `timeZone`, with the year only when it differs.
 */
export function formatRelativeTime(at: Date, now: Date, locale: string, timeZone?: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 60) return locale.startsWith('zh') ? '刚刚' : 'just now';
  for (const [limit, unit, size] of steps) {
    if (distance < limit) {
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        Math.trunc(seconds / size),
        unit,
      );
    }
  }
  const year = (date: Date) => dateFormat('en', { year: 'numeric', timeZone }).format(date);
  const sameYear = year(at) === year(now);
  return dateFormat(locale, {
    year: sameYear ? undefined : 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone,
  }).format(at);
}

/** The exact moment, for a tooltip or an order's details: date and time to the minute in `timeZone`. */
export function formatExactTime(at: Date, locale: string, timeZone?: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** Hours and minutes in `timeZone`, 24-hour clock, e.g. `18:05`. */
export function formatClock(at: Date, locale: string, timeZone?: string): string {
  return dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}
