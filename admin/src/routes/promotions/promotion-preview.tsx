import { Form } from 'antd';
import { useState } from 'react';
import { Money } from '../../components/money.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { useTierText } from '../../components/use-tier-text.ts';
import { cartEffect, checkTiers, type PromotionKind, type Tier, type TierDraft } from '../../lib/tiers.ts';
import { useText } from '../../providers/use-text.ts';

/** The sentence that customers will read, and what the promotion does to a sample cart. */
export function PromotionPreview({ currency }: { currency: string }) {
  const text = useText();
  const tierText = useTierText();
  const kind = (Form.useWatch('kind') as PromotionKind | undefined) ?? 'spend_and_save';
  const drafts = Form.useWatch('tiers') as TierDraft[] | undefined;
  const [subtotal, setSubtotal] = useState<number | null>(5000);
  const [deliveryFee, setFee] = useState<number | null>(500);
  if (drafts === undefined || checkTiers(kind, drafts).some((found) => found.problem === 'amount')) {
    return <p className="preview muted">{text('preview.waiting')}</p>;
  }
  const tiers = drafts as Tier[];
  const effect = cartEffect(kind, tiers, { subtotal: subtotal ?? 0, deliveryFee: deliveryFee ?? 0 });
  return (
    <div className="preview" aria-live="polite">
      <strong className="preview-tag" data-testid="promotion-sentence">
        {tierText(kind, tiers, currency)}
      </strong>
      <div className="preview-cart">
        <label>
          {text('order.subtotal')}
          <MoneyInput currency={currency} size="small" value={subtotal} onChange={setSubtotal} />
        </label>
        <label>
          {text('order.delivery_fee')}
          <MoneyInput currency={currency} size="small" value={deliveryFee} onChange={setFee} />
        </label>
        <dl>
          <div>
            <dt>{text('preview.saves')}</dt>
            <dd className="accent-text" data-testid="preview-discount">
              <Money cents={-effect.discount} currency={currency} />
            </dd>
          </div>
          <div>
            <dt>{text('preview.pays')}</dt>
            <dd>
              <Money cents={effect.total} currency={currency} strong />
            </dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
