import type { PromotionTag } from '#lib/store/types.ts';

export interface TierHint {
  /** What the goods already save, minor units. */
  savedCents: number;
  /** Amount still missing to the next tier, and what that tier saves; absent at the top. */
  next?: { missingCents: number; discountCents: number };
}

/**
 * What spend-and-save promises for a subtotal. As on the server, one promotion counts: the one that saves most.
 * The next step is the nearest tier that saves more than now.
 */
export function spendAndSaveHint(promotions: readonly PromotionTag[], subtotalCents: number): TierHint {
  const tiers = promotions
    .filter((promotion) => promotion.kind === 'spend_and_save')
    .flatMap((promotion) => promotion.tiers);
  const reached = tiers.filter((tier) => tier.min_cents <= subtotalCents);
  const savedCents = Math.min(subtotalCents, Math.max(0, ...reached.map((tier) => tier.discount_cents)));
  const next = tiers
    .filter((tier) => tier.min_cents > subtotalCents && tier.discount_cents > savedCents)
    .sort((a, b) => a.min_cents - b.min_cents || b.discount_cents - a.discount_cents)[0];
  return next
    ? {
        savedCents,
        next: { missingCents: next.min_cents - subtotalCents, discountCents: next.discount_cents },
      }
    : { savedCents };
}

/** Minor units still missing to a store's minimum. */
export function missingToMinimum(minimumCents: number, subtotalCents: number): number {
  return Math.max(0, minimumCents - subtotalCents);
}
