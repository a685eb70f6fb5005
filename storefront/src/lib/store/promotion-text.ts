import { moneyParts } from '@linli/ui/money';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { money } from '#lib/platform/formats.ts';
import { nameOf } from '#lib/platform/texts.ts';
import type { PromotionTag } from './types.ts';

/** A promotion in the fewest words: `满40减6 满60减10`, `配送费减¥3`, or its name when it has no tiers. */
export function promotionText(promotion: PromotionTag, currency: string): string {
  if (promotion.tiers.length === 0) return nameOf(promotion);
  const tiers = [...promotion.tiers].sort((a, b) => a.min_cents - b.min_cents);
  const texts = tiers.map((tier) => {
    const params = {
      from: money(tier.min_cents, currency),
      amount: money(tier.discount_cents, currency),
      fromNumber: plain(tier.min_cents, currency),
      amountNumber: plain(tier.discount_cents, currency),
    };
    if (promotion.kind === 'spend_and_save') return m.promotion_spend_and_save(params);
    return tier.min_cents === 0 ? m.promotion_delivery(params) : m.promotion_delivery_from(params);
  });
  return texts.join(m.promotion_separator());
}

/** The number alone, as Chinese writes `满40减6`. */
function plain(cents: number, currency: string): string {
  const { whole, decimal, fraction } = moneyParts(cents, currency, getLocale(), { trimZeros: true });
  return `${whole}${decimal}${fraction}`;
}
