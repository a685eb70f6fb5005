import { InputNumber } from 'antd';
import { MoneyInput } from '../../../components/money-input.tsx';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';

/** How much it may cost and how often it may be used. */
export function LimitFields({ scope, draft, onChange }: FieldsProps) {
  const text = useText();
  return (
    <div className="triple">
      <Field
        label={text('promotions.budget')}
        htmlFor="promotion-budget"
        hint={text('promotions.budget_hint')}
      >
        <MoneyInput
          id="promotion-budget"
          currency={scope.city.currency}
          placeholder={text('promotions.no_limit')}
          value={draft.budget_cents}
          onChange={(budget_cents) => onChange({ budget_cents })}
          data-testid="field-budget"
        />
      </Field>
      {(['usage_cap', 'customer_cap'] as const).map((cap) => (
        <Field
          key={cap}
          label={text(`promotions.${cap}`)}
          htmlFor={`promotion-${cap}`}
          hint={text(draft.kind === 'flash_sale' ? 'promotions.cap_units' : 'promotions.cap_orders')}
        >
          <InputNumber
            id={`promotion-${cap}`}
            className="fill"
            min={1}
            precision={0}
            placeholder={text('promotions.no_limit')}
            value={draft[cap]}
            onChange={(value) => onChange({ [cap]: value })}
          />
        </Field>
      ))}
    </div>
  );
}
