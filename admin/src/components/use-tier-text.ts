import { formatMoney } from '@linli/ui/money';
import { currencyDigits, moneyText } from '../lib/money-text.ts';
import { sortTiers, type PromotionKind, type Tier } from '../lib/tiers.ts';
import { useLocale, useText } from '../providers/use-text.ts';

/** Tiers in the words that customers know, e.g. 满30减5. */
export function useTierText(): (kind: PromotionKind, tiers: readonly Tier[], currency: string) => string {
  const text = useText();
  const locale = useLocale();
  return (kind, tiers, currency) => {
    // 满30减5 is read as it stands; other languages need the currency.
    const money = (cents: number): string =>
      locale === 'zh-CN'
        ? moneyText(cents, currencyDigits(currency))
        : formatMoney(cents, currency, locale, { trimZeros: true });
    return sortTiers(tiers)
      .map((tier) =>
        text(tier.min_cents === 0 ? `tier.${kind}_always` : `tier.${kind}`, {
          min: money(tier.min_cents),
          off: money(tier.discount_cents),
        }),
      )
      .join(text('tier.separator'));
  };
}
