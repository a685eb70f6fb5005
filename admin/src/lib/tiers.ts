export type Tier = { min_cents: number; discount_cents: number };
export type PromotionKind = 'spend_and_save' | 'delivery_discount';

/** Whether a promotion of this kind is made of tiers. */
export function hasTiers(kind: string): kind is PromotionKind {
  return kind === 'spend_and_save' || kind === 'delivery_discount';
}
export type TierProblem = 'count' | 'amount' | 'above_minimum' | 'same_minimum' | 'not_rising';

/** A half-filled tier of the editor as it is typed. */
export type TierDraft = { min_cents?: number | null; discount_cents?: number | null };

/** Tiers in the order in which a customer climbs them. */
export function sortTiers(tiers: readonly Tier[]): Tier[] {
  return [...tiers].sort((a, b) => a.min_cents - b.min_cents);
}

/**
 * What is wrong with the tiers, by row (−1 is the whole list); empty when they can be saved.
 * Amounts are minor units. The rules are those of the database, plus: a higher tier saves more.
 */
export function checkTiers(
  kind: PromotionKind,
  drafts: readonly TierDraft[],
): { row: number; problem: TierProblem }[] {
  if (drafts.length < 1 || drafts.length > 10) return [{ row: -1, problem: 'count' }];
  const found: { row: number; problem: TierProblem }[] = [];
  drafts.forEach((draft, row) => {
    const { min_cents: min, discount_cents: discount } = draft;
    if (!isAmount(min) || !isAmount(discount) || discount <= 0) return found.push({ row, problem: 'amount' });
    if (kind === 'spend_and_save' && discount > min) found.push({ row, problem: 'above_minimum' });
    for (const other of drafts.slice(0, row)) {
      if (other.min_cents === min) found.push({ row, problem: 'same_minimum' });
      else if (isRisingWrongly(other, min, discount)) found.push({ row, problem: 'not_rising' });
    }
  });
  return found;
}

function isAmount(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRisingWrongly(other: TierDraft, min: number, discount: number): boolean {
  if (!isAmount(other.min_cents) || !isAmount(other.discount_cents)) return false;
  return other.min_cents < min ? other.discount_cents >= discount : other.discount_cents <= discount;
}

/** What the reached tiers take off a cart of `subtotal` minor units: the best one counts, as in the database. */
export function tierDiscount(tiers: readonly Tier[], subtotal: number): number {
  const reached = tiers.filter((tier) => tier.min_cents <= subtotal);
  return Math.max(0, ...reached.map((tier) => tier.discount_cents));
}

/** The effect on a sample cart, all in minor units; a discount never takes more than what it discounts. */
export function cartEffect(
  kind: PromotionKind,
  tiers: readonly Tier[],
  cart: { subtotal: number; deliveryFee: number },
): { discount: number; total: number } {
  const most = kind === 'spend_and_save' ? cart.subtotal : cart.deliveryFee;
  const discount = Math.min(most, tierDiscount(tiers, cart.subtotal));
  return { discount, total: cart.subtotal + cart.deliveryFee - discount };
}

/** Reads the `tiers` column; rows of an unknown shape are left out. */
export function readTiers(value: unknown): Tier[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (tier: unknown): tier is Tier =>
      typeof tier === 'object' &&
      tier !== null &&
      typeof (tier as Tier).min_cents === 'number' &&
      typeof (tier as Tier).discount_cents === 'number',
  );
}
