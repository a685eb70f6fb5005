import { AutoComplete, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { MoneyInput } from '../../components/money-input.tsx';
import type { RateRule } from '../../lib/rates/rate-rule.ts';
import { useText, type MessageKey } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { ZoneSelect } from './zone-select.tsx';

type Props = {
  city: CityRow;
  rule: RateRule;
  fault: keyof RateRule | undefined;
  onChange: (part: Partial<RateRule>) => void;
};

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;
const conditions = ['rain', 'heavy_rain', 'snow', 'heat', 'shortage'] as const;

/** What one rule needs to know, by its kind. */
export function RateRuleFields({ city, rule, fault, onChange }: Props) {
  const text = useText();
  const label = (key: MessageKey, column: keyof RateRule, control: ReactNode) => (
    <label className="rule-field">
      {text(key)}
      {control}
      {fault === column && (
        <span className="field-fault" role="alert">
          {text('rates.fault')}
        </span>
      )}
    </label>
  );
  const money = (
    column: 'amount_cents' | 'per_km_cents' | 'free_from_cents' | 'below_cents' | 'per_kg_cents',
  ) => (
    <MoneyInput
      currency={city.currency}
      value={rule[column]}
      onChange={(value) => onChange({ [column]: value })}
      data-testid={`rate-${column}`}
    />
  );
  const count = (column: 'from_meters' | 'to_meters' | 'over_grams', unit: MessageKey) => (
    <InputNumber
      className="fill"
      min={0}
      precision={0}
      suffix={text(unit)}
      value={rule[column]}
      onChange={(value) => onChange({ [column]: value })}
    />
  );
  const isFree = rule.free_from_cents !== undefined;
  return (
    <div className="rule-fields">
      {rule.kind === 'distance' && (
        <>
          {label('rates.from_meters', 'from_meters', count('from_meters', 'unit.meter'))}
          {label('rates.to_meters', 'to_meters', count('to_meters', 'unit.meter'))}
          {label('rates.per_km', 'per_km_cents', money('per_km_cents'))}
        </>
      )}
      {rule.kind === 'amount' && (
        <>
          {label(
            'rates.amount_way',
            'free_from_cents',
            <Select
              className="fill"
              value={isFree ? 'free' : 'below'}
              options={(['free', 'below'] as const).map((value) => ({
                value,
                label: text(`rates.amount_${value}`),
              }))}
              onChange={(way) =>
                onChange(
                  way === 'free'
                    ? { free_from_cents: rule.below_cents ?? null, below_cents: undefined, amount_cents: 0 }
                    : { below_cents: rule.free_from_cents ?? null, free_from_cents: undefined },
                )
              }
            />,
          )}
          {isFree
            ? label('rates.free_from', 'free_from_cents', money('free_from_cents'))
            : label('rates.below', 'below_cents', money('below_cents'))}
        </>
      )}
      {rule.kind === 'zone' &&
        label(
          'rates.in_zone',
          'zone_id',
          <ZoneSelect cityId={city.id} value={rule.zone_id} onChange={(zone_id) => onChange({ zone_id })} />,
        )}
      {rule.kind === 'time_window' && (
        <>
          {label(
            'windows.weekdays',
            'weekdays',
            <Select<number[]>
              mode="multiple"
              className="fill"
              maxTagCount="responsive"
              value={rule.weekdays ?? []}
              options={weekdays.map((value) => ({ value, label: text(`weekday.${value}`) }))}
              onChange={(days) => onChange({ weekdays: days.sort() })}
            />,
          )}
          {label(
            'windows.from',
            'starts_at',
            <Input
              type="time"
              value={rule.starts_at ?? ''}
              onChange={(event) => onChange({ starts_at: event.target.value })}
            />,
          )}
          {label(
            'windows.to',
            'ends_at',
            <Input
              type="time"
              value={rule.ends_at ?? ''}
              onChange={(event) => onChange({ ends_at: event.target.value })}
            />,
          )}
        </>
      )}
      {rule.kind === 'weather' &&
        label(
          'rates.condition',
          'condition',
          <AutoComplete
            className="fill"
            value={rule.condition}
            options={conditions.map((value) => ({ value, label: text(`weather.${value}`) }))}
            onChange={(condition: string) => onChange({ condition })}
          />,
        )}
      {rule.kind === 'weight' && (
        <>
          {label('rates.over', 'over_grams', count('over_grams', 'unit.gram'))}
          {label('rates.per_kg', 'per_kg_cents', money('per_kg_cents'))}
        </>
      )}
      {!isFree &&
        label(rule.kind === 'base' ? 'fee.base' : 'rates.adds', 'amount_cents', money('amount_cents'))}
    </div>
  );
}
