import { formatDistance } from '@linli/ui/distance';
import { formatMoney } from '@linli/ui/money';
import { formatClock, formatExactTime, formatRelativeTime } from '@linli/ui/relative-time';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Minor units as text without idle zeros: ¥8, ¥8.50. */
export function money(cents: number, currency: string): string {
  return formatMoney(cents, currency, getLocale(), { trimZeros: true });
}

/** Minor units as text with all digits: ¥8.00. */
export function exactMoney(cents: number, currency: string): string {
  return formatMoney(cents, currency, getLocale());
}

/** Metres as text. */
export function distance(meters: number): string {
  return formatDistance(meters, getLocale());
}

/** Hours and minutes of an ISO instant. */
export function clock(at: string, timezone?: string): string {
  return formatClock(new Date(at), getLocale(), timezone);
}

/** Date and time of an ISO instant. */
export function exactTime(at: string, timezone?: string): string {
  return formatExactTime(new Date(at), getLocale(), timezone);
}

/** An ISO instant seen from now. */
export function relativeTime(at: string, now: number): string {
  return formatRelativeTime(new Date(at), new Date(now), getLocale());
}

/** A count with the locale's grouping. */
export function count(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value);
}
