import { formatMoney } from '@linli/ui/money';
import { useTierText } from '../../components/use-tier-text.ts';
import type { EffectDraft, PromotionKind } from '../../lib/promotion/draft.ts';
import { checkTiers, hasTiers, readTiers, type Tier } from '../../lib/tiers.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

type Offer = { kind: PromotionKind; effect: unknown; tiers: unknown };

/** What a promotion gives, in a few words: 满30减5, 10% off, a coupon of ¥5. Empty while it is not whole. */
export function useOfferText(currency: string): (offer: Offer) => string {
  const text = useText();
  const locale = useLocale();
  const tierText = useTierText();
  const money = (cents: number): string => formatMoney(cents, currency, locale, { trimZeros: true });
  return ({ kind, effect: stored, tiers }) => {
    if (hasTiers(kind)) {
      const list = readTiers(tiers);
      return checkTiers(kind, list).length === 0 ? tierText(kind, list as Tier[], currency) : '';
    }
    const effect = stored as EffectDraft;
    if (kind === 'points') return text('offer.points', { percent: (effect.earn_bps ?? 0) / 100 });
    if (kind === 'flash_sale') return text('offer.flash_sale', { count: effect.items?.length ?? 0 });
    const amount = effect.percent_bps
      ? text('offer.percent', {
          // In Chinese the part that is paid, elsewhere the part that is not.
          share: locale === 'zh-CN' ? (10_000 - effect.percent_bps) / 1000 : effect.percent_bps / 100,
        })
      : effect.amount_cents
        ? text('offer.amount', { amount: money(effect.amount_cents) })
        : typeof effect.price_cents === 'number'
          ? text('offer.price', { amount: money(effect.price_cents) })
          : '';
    return kind === 'coupon' && effect.min_cents && amount !== ''
      ? text('offer.from', { min: money(effect.min_cents), offer: amount })
      : amount;
  };
}
