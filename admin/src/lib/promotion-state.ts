export type PromotionState = 'live' | 'planned' | 'ended' | 'used_up' | 'off';

type Promotion = {
  is_active: boolean;
  starts_at: string;
  ends_at: string | null;
  budget_cents: number | null;
  used_cents: number;
};

/** How a promotion stands at `now` (milliseconds), by the rule of the database. */
export function promotionState(promotion: Promotion, now: number): PromotionState {
  if (!promotion.is_active) return 'off';
  if (promotion.ends_at !== null && Date.parse(promotion.ends_at) <= now) return 'ended';
  if (promotion.budget_cents !== null && promotion.used_cents >= promotion.budget_cents) return 'used_up';
  return Date.parse(promotion.starts_at) > now ? 'planned' : 'live';
}
