export type PriceChange = { way: 'percent' | 'amount' | 'fixed'; value: number };

/**
 * A price after a change: percent (10 = ten percent more), an amount in minor units more or less, or a fixed one.
 * Rounded to whole minor units, never below 0.
 */
export function changedPrice(cents: number, { way, value }: PriceChange): number {
  const next = way === 'percent' ? (cents * (100 + value)) / 100 : way === 'amount' ? cents + value : value;
  return Math.max(0, Math.round(next));
}
