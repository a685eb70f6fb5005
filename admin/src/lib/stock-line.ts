import { localName } from './local-name.ts';

type Named = Parameters<typeof localName>[0];
type Locale = Parameters<typeof localName>[1];
type Counted = { on_hand_count: number; reserved_count: number; low_stock_count: number | null };
type Line = {
  product: Named | null;
  variant: (Named & { product: Named | null }) | null;
  modifier: Named | null;
};

/** What may still be sold. */
export function leftOf(line: Counted): number {
  return line.on_hand_count - line.reserved_count;
}

/** Nothing is left to sell. */
export function isOut(line: Counted): boolean {
  return leftOf(line) <= 0;
}

/** Nothing is left, or no more than the store wants to be warned at. */
export function isLow(line: Counted): boolean {
  return isOut(line) || (line.low_stock_count !== null && leftOf(line) <= line.low_stock_count);
}

/** What a stock row counts: a product, a variant of one, or an option. */
export function stockName(line: Line, locale: Locale): string {
  if (line.variant) {
    const product = line.variant.product ? `${localName(line.variant.product, locale)} · ` : '';
    return `${product}${localName(line.variant, locale)}`;
  }
  const named = line.product ?? line.modifier;
  return named ? localName(named, locale) : '–';
}
