import { Segmented } from 'antd';
import { PercentInput } from '../../../components/engine/percent-input.tsx';
import { MoneyInput } from '../../../components/money-input.tsx';
import type { EffectDraft } from '../../../lib/promotion/draft.ts';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';

const ways = ['percent_bps', 'amount_cents', 'price_cents'] as const;
type Way = (typeof ways)[number];

function wayOf(effect: EffectDraft): Way {
  return ways.find((way) => way in effect) ?? 'percent_bps';
}

/** How much off: a share, an amount, or a price of its own. */
export function AmountFields({ scope, draft, problems, isReadOnly, onChange }: FieldsProps) {
  const text = useText();
  const { effect, kind } = draft;
  const way = wayOf(effect);
  const offered = kind === 'coupon' ? ways.slice(0, 2) : ways;
  const choose = (next: Way): void => {
    const rest = Object.fromEntries(Object.entries(effect).filter(([key]) => !ways.includes(key as Way)));
    onChange({ effect: { ...(rest as EffectDraft), [next]: null } });
  };
  const set = (value: number | null): void => onChange({ effect: { ...effect, [way]: value } });
  return (
    <div className="pair">
      <Field label={text('effect.way')}>
        <Segmented<Way>
          aria-label={text('effect.way')}
          disabled={isReadOnly}
          value={way}
          options={offered.map((value) => ({ value, label: text(`effect.${value}`) }))}
          onChange={choose}
        />
      </Field>
      <Field
        label={text(`effect.${way}_label`)}
        htmlFor="effect-amount"
        hint={way === 'percent_bps' ? text('effect.percent_hint') : undefined}
        problem={problems.amount}
      >
        {way === 'percent_bps' ? (
          <PercentInput id="effect-amount" value={effect.percent_bps} onChange={set} />
        ) : (
          <MoneyInput
            key={way}
            id="effect-amount"
            currency={scope.city.currency}
            value={effect[way]}
            onChange={set}
            data-testid="field-amount"
          />
        )}
      </Field>
    </div>
  );
}
