import { InputNumber } from 'antd';
import { PercentInput } from '../../../components/engine/percent-input.tsx';
import { MoneyInput } from '../../../components/money-input.tsx';
import type { EffectDraft } from '../../../lib/promotion/draft.ts';
import { hasTiers } from '../../../lib/tiers.ts';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';
import { AmountFields } from './amount-fields.tsx';
import { CouponFields } from './coupon-fields.tsx';
import { FlashItemsField } from './flash-items-field.tsx';
import { TargetsField } from './targets-field.tsx';
import { TiersField } from './tiers-field.tsx';

/** What the promotion gives, by its kind. */
export function EffectFields(props: FieldsProps) {
  const { scope, draft, problems, onChange } = props;
  const text = useText();
  const { kind, effect } = draft;
  const { currency } = scope.city;
  const set = (part: EffectDraft): void => onChange({ effect: { ...effect, ...part } });
  return (
    <>
      {hasTiers(kind) && (
        <Field label={text('promotions.tiers')} problem={problems.tiers}>
          <TiersField
            kind={kind}
            currency={currency}
            value={draft.tiers}
            onChange={(tiers) => onChange({ tiers })}
          />
        </Field>
      )}
      {(kind === 'item_discount' || kind === 'coupon') && <AmountFields {...props} />}
      {kind === 'coupon' && <CouponFields {...props} />}
      {kind === 'flash_sale' && (
        <Field label={text('effect.items')} problem={problems.items}>
          <FlashItemsField
            currency={currency}
            storeId={scope.storeId ?? draft.store_id ?? undefined}
            value={effect.items ?? []}
            onChange={(items) => set({ items })}
          />
        </Field>
      )}
      {kind === 'points' && (
        <Field
          label={text('effect.earn')}
          htmlFor="effect-earn"
          hint={text('effect.earn_hint')}
          problem={problems.earn_bps}
        >
          <PercentInput id="effect-earn" value={effect.earn_bps} onChange={(earn_bps) => set({ earn_bps })} />
        </Field>
      )}
      {kind !== 'flash_sale' && kind !== 'points' && (
        <TargetsField
          storeId={scope.storeId ?? draft.store_id ?? undefined}
          value={effect.targets}
          onChange={(targets) => set({ targets })}
        />
      )}
      {(kind === 'item_discount' || kind === 'flash_sale') && (
        <div className="pair">
          <Field
            label={text('effect.max_quantity')}
            htmlFor="effect-quantity"
            hint={text('effect.max_quantity_hint')}
          >
            <InputNumber
              id="effect-quantity"
              className="fill"
              min={1}
              precision={0}
              placeholder={text('promotions.no_limit')}
              value={effect.max_quantity}
              onChange={(max_quantity) => set({ max_quantity })}
            />
          </Field>
          {kind === 'item_discount' && (
            <Field
              label={text('effect.max_discount')}
              htmlFor="effect-max"
              problem={problems.max_discount_cents}
            >
              <MoneyInput
                id="effect-max"
                currency={currency}
                placeholder={text('promotions.no_limit')}
                value={effect.max_discount_cents}
                onChange={(max_discount_cents) => set({ max_discount_cents })}
              />
            </Field>
          )}
        </div>
      )}
    </>
  );
}
