import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { RateCardRow } from '../../queries/city/use-rate-cards.ts';

type Scope = Pick<RateCardRow, 'zones' | 'stores'>;

/** Where a card counts, in words. */
export function useScopeName(): (card: Scope) => string {
  const text = useText();
  const locale = useLocale();
  return ({ zones, stores }) =>
    stores
      ? text('rates.of_store', { name: localName(stores, locale) })
      : zones
        ? text('rates.of_zone', { name: localName(zones, locale) })
        : text('rates.of_city');
}
