type Needs = { min_spend_cents: number; min_order_count: number };
type Reached = { spend_cents: number; order_count: number };

/** How much of the way to a tier is done, in percent: it takes both the spending and the orders. */
export function growth(
  { spend_cents, order_count }: Reached,
  { min_spend_cents, min_order_count }: Needs,
): number {
  const part = (reached: number, needed: number): number =>
    needed === 0 ? 1 : Math.min(1, reached / needed);
  return Math.floor(100 * Math.min(part(spend_cents, min_spend_cents), part(order_count, min_order_count)));
}
