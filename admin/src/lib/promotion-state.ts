export type PromotionState = 'live' | 'planned' | 'ended' | 'used_up' | 'off';

type Promotion = {
  status: 'draft' | 'published' | 'paused' | 'ended';
  starts_at: string;
  ends_at: string | null;
  budget_cents: number | null;
  used_cents: number | null;
};

/** How a promotion stands at `now` (milliseconds), by the rule of the database. */
export function promotionState(promotion: Promotion, now: number): PromotionState {
  if (promotion.status === 'ended') return 'ended';
  if (promotion.status !== 'published') return 'off';
  if (promotion.ends_at !== null && Date.parse(promotion.ends_at) <= now) return 'ended';
  if (promotion.budget_cents !== null && (promotion.used_cents ?? 0) >= promotion.budget_cents)
    return 'used_up';
  return Date.parse(promotion.starts_at) > now ? 'planned' : 'live';
}
