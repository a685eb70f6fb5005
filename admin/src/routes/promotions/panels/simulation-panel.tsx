import { formatMoney } from '@linli/ui/money';
import { hexColors } from '@linli/ui/tokens';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { BarChart } from '../../../components/bar-chart.tsx';
import { Money } from '../../../components/money.tsx';
import { addDays, dayIn, startOfDay } from '../../../lib/day-time.ts';
import { useTheme } from '../../../providers/color-theme.ts';
import { useErrorText } from '../../../providers/use-error-text.ts';
import { useLocale, useText } from '../../../providers/use-text.ts';
import { usePromotionSimulation } from '../../../queries/promotion/use-promotion-simulation.ts';
import { draftArgument } from '../draft-argument.ts';
import type { PanelProps } from '../side-panels.tsx';
import { dayName } from './day-name.ts';

/** What the promotion would have cost on the orders of the last days. */
export default function SimulationPanel({ scope, row, draft, isRight }: PanelProps) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const color = hexColors(useTheme());
  const { city } = scope;
  const [span, setSpan] = useState(7);
  const { mutate, data, error, isPending } = usePromotionSimulation();
  const today = dayIn(new Date(), city.timezone);
  const from = addDays(today, 1 - span);
  const money = (cents: number): string =>
    formatMoney(Math.round(cents), city.currency, locale, { trimZeros: true });
  const simulate = (): void =>
    mutate({
      draft: draftArgument(draft, city.id, row, text(`promotion_kind.${draft.kind}`)),
      from: startOfDay(from, city.timezone).toISOString(),
      to: startOfDay(addDays(today, 1), city.timezone).toISOString(),
    });
  const days = Array.from({ length: span }, (_, index) => addDays(from, index));
  return (
    <div className="panel" data-testid="promotion-simulation">
      <p className="muted">{text('simulation.lead')}</p>
      <div className="panel-row">
        <Segmented
          aria-label={text('simulation.span')}
          value={span}
          options={[7, 14, 30].map((value) => ({ value, label: text('simulation.days', { count: value }) }))}
          onChange={setSpan}
        />
        <Button disabled={!isRight} loading={isPending} onClick={simulate} data-testid="simulate">
          {text('simulation.run')}
        </Button>
      </div>
      {!isRight && <p className="muted">{text('preview.incomplete')}</p>}
      {error && (
        <p className="field-fault" role="alert">
          {errorText(error)}
        </p>
      )}
      {data && (
        <>
          <dl className="figures panel-figures" data-testid="simulation-figures">
            <div>
              <dt>{text('simulation.cost')}</dt>
              <dd className="accent-text">
                <Money cents={data.cost_cents} currency={city.currency} />
              </dd>
            </div>
            <div>
              <dt>{text('simulation.applied')}</dt>
              <dd>
                {data.applied_count} / {data.order_count}
              </dd>
            </div>
            <div>
              <dt>{text('simulation.merchant')}</dt>
              <dd>
                <Money cents={data.merchant_cents} currency={city.currency} />
              </dd>
            </div>
            <div>
              <dt>{text('simulation.goods')}</dt>
              <dd>
                <Money cents={data.subtotal_cents} currency={city.currency} />
              </dd>
            </div>
          </dl>
          {data.is_budget_reached && <p className="field-fault">{text('simulation.budget')}</p>}
          {data.is_sample && <p className="muted">{text('simulation.sample')}</p>}
          <BarChart
            title={text('simulation.by_day')}
            color={color.persimmon}
            format={money}
            bars={days.map((day) => ({
              name: dayName(day, locale),
              value: data.days.find(({ placed_on }) => placed_on === day)?.cost_cents ?? 0,
            }))}
          />
        </>
      )}
    </div>
  );
}
