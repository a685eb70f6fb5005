import { writtenRateRule, type RateRule } from '../../lib/rates/rate-rule.ts';
import type { RateCardDraft } from '../../queries/city/use-rate-card-commands.ts';
import type { RateCardRow } from '../../queries/city/use-rate-cards.ts';

/** A stored card as the draft of its next version, which begins at once. */
export function draftOfCard(card: Omit<RateCardRow, 'zones' | 'stores'>): RateCardDraft {
  return {
    name: card.name,
    zoneId: card.zone_id,
    storeId: card.store_id,
    reachMeters: card.reach_meters,
    startsAt: null,
    endsAt: null,
    rules: card.rate_card_rules.map((rule) =>
      writtenRateRule({
        ...(rule as unknown as RateRule),
        // Times of day come with seconds.
        starts_at: rule.starts_at?.slice(0, 5),
        ends_at: rule.ends_at?.slice(0, 5),
      }),
    ),
  };
}
