import { m } from '#lib/paraglide/messages.js';
import { money } from '#lib/platform/formats.ts';

/** A store's minimum in words; zero means there is none. */
export function minimumText(cents: number, currency: string): string {
  return cents === 0 ? m.store_no_minimum() : m.store_minimum({ amount: money(cents, currency) });
}
