import { InputNumber, Segmented, Select } from 'antd';
import { MoneyInput } from '../../../components/money-input.tsx';
import type { EffectDraft } from '../../../lib/promotion/draft.ts';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';

const ways = ['claim', 'first_order', 'code', 'issue', 'exchange'] as const;
const counts = ['valid_days', 'issue_count', 'customer_count'] as const;

/** How a coupon comes to people and what it is good for. */
export function CouponFields({ scope, draft, problems, isReadOnly, onChange }: FieldsProps) {
  const text = useText();
  const { effect } = draft;
  const { currency } = scope.city;
  const set = (part: EffectDraft): void => onChange({ effect: { ...effect, ...part } });
  // Handing out and exchange for points are the operator's.
  const offered = ways.filter(
    (way) => scope.storeId === undefined || (way !== 'issue' && way !== 'exchange'),
  );
  return (
    <>
      <div className="pair">
        <Field
          label={text('coupon.distribution')}
          htmlFor="coupon-distribution"
          hint={effect.distribution && text(`coupon.${effect.distribution}_hint`)}
        >
          <Select
            id="coupon-distribution"
            value={effect.distribution}
            options={offered.map((value) => ({ value, label: text(`coupon.${value}`) }))}
            onChange={(distribution) =>
              set({
                distribution,
                points_price: distribution === 'exchange' ? (effect.points_price ?? null) : undefined,
              })
            }
            data-testid="field-distribution"
          />
        </Field>
        <Field label={text('coupon.scope')}>
          <Segmented
            aria-label={text('coupon.scope')}
            disabled={isReadOnly}
            value={effect.scope ?? 'goods'}
            options={(['goods', 'delivery'] as const).map((value) => ({
              value,
              label: text(`coupon.scope_${value}`),
            }))}
            onChange={(next) => set({ scope: next })}
          />
        </Field>
      </div>
      <div className="pair">
        <Field label={text('coupon.min')} htmlFor="coupon-min" problem={problems.min_cents}>
          <MoneyInput
            id="coupon-min"
            currency={currency}
            placeholder={text('coupon.no_min')}
            value={effect.min_cents}
            onChange={(min_cents) => set({ min_cents })}
          />
        </Field>
        <Field label={text('effect.max_discount')} htmlFor="coupon-max" problem={problems.max_discount_cents}>
          <MoneyInput
            id="coupon-max"
            currency={currency}
            placeholder={text('promotions.no_limit')}
            value={effect.max_discount_cents}
            onChange={(max_discount_cents) => set({ max_discount_cents })}
          />
        </Field>
      </div>
      <div className="triple">
        {counts.map((count) => (
          <Field key={count} label={text(`coupon.${count}`)} htmlFor={`coupon-${count}`}>
            <InputNumber
              id={`coupon-${count}`}
              className="fill"
              min={1}
              precision={0}
              placeholder={text('promotions.no_limit')}
              value={effect[count]}
              onChange={(value) => set({ [count]: value })}
            />
          </Field>
        ))}
      </div>
      {effect.distribution === 'exchange' && (
        <Field label={text('coupon.points_price')} htmlFor="coupon-points" problem={problems.points_price}>
          <InputNumber
            id="coupon-points"
            className="fill"
            min={1}
            precision={0}
            value={effect.points_price}
            onChange={(points_price) => set({ points_price })}
          />
        </Field>
      )}
    </>
  );
}
