import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { PercentInput } from '../../components/engine/percent-input.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import type { CommissionRule } from '../../lib/commission/plan-draft.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText, type MessageKey } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { usePromotionNames } from '../../queries/promotion/use-promotion-names.ts';
import { RowPicker } from '../promotions/fields/row-picker.tsx';

type Props = { city: CityRow; rule: CommissionRule; onChange: (part: Partial<CommissionRule>) => void };

const fulfillments = ['delivery', 'pickup', 'dine_in', 'on_site', 'voucher'] as const;

/** What a rule fits and what it charges. */
export function PlanRuleFields({ city, rule, onChange }: Props) {
  const text = useText();
  const locale = useLocale();
  const promotions = usePromotionNames(city.id).data ?? [];
  const field = (label: MessageKey, control: ReactNode) => (
    <label className="rule-field">
      {text(label)}
      {control}
    </label>
  );
  const money = (column: 'fixed_cents' | 'minimum_cents' | 'maximum_cents') => (
    <MoneyInput
      currency={city.currency}
      placeholder={column === 'maximum_cents' ? text('promotions.no_limit') : undefined}
      value={rule[column]}
      onChange={(value) => onChange({ [column]: value })}
    />
  );
  return (
    <div className="rule-fields">
      {field(
        'field.name',
        <Input
          maxLength={60}
          value={rule.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />,
      )}
      {field(
        'plans.category',
        <RowPicker
          table="categories"
          label={text('plans.category')}
          value={rule.category_id}
          onChange={(next) => onChange({ category_id: typeof next === 'string' ? next : null })}
        />,
      )}
      {field(
        'plans.fulfillment',
        <Select
          className="fill"
          allowClear
          placeholder={text('plans.any')}
          value={rule.fulfillment_type ?? undefined}
          options={fulfillments.map((value) => ({ value, label: text(`fulfillment_type.${value}`) }))}
          onChange={(next: (typeof fulfillments)[number] | undefined) =>
            onChange({ fulfillment_type: next ?? null })
          }
        />,
      )}
      {field(
        'plans.campaign',
        <Select
          className="fill"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={text('plans.any')}
          value={rule.promotion_id ?? undefined}
          options={promotions.map((one) => ({ value: one.id, label: localName(one, locale) }))}
          onChange={(next: string | undefined) => onChange({ promotion_id: next ?? null })}
        />,
      )}
      {field(
        'plans.percent',
        <PercentInput value={rule.percent_bps} onChange={(percent_bps) => onChange({ percent_bps })} />,
      )}
      {field('plans.fixed', money('fixed_cents'))}
      {field('plans.minimum', money('minimum_cents'))}
      {field('plans.maximum', money('maximum_cents'))}
    </div>
  );
}
