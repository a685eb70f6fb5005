import { formatMoney } from '@linli/ui/money';
import { hexColors } from '@linli/ui/tokens';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { BarChart } from '../../../components/bar-chart.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Money } from '../../../components/money.tsx';
import { addDays, dayIn, startOfDay } from '../../../lib/day-time.ts';
import { useTheme } from '../../../providers/color-theme.ts';
import { useLocale, useText } from '../../../providers/use-text.ts';
import type { CityRow } from '../../../queries/city/use-cities.ts';
import { usePromotionReport } from '../../../queries/promotion/use-promotion-report.ts';
import type { PromotionRow } from '../../../queries/promotion/use-promotion.ts';
import { dayName } from './day-name.ts';

/** What the promotion did: uses, cost, goods, by day. */
export default function ReportPanel({ row, city }: { row: PromotionRow; city: CityRow }) {
  const text = useText();
  const locale = useLocale();
  const color = hexColors(useTheme());
  const [span, setSpan] = useState(7);
  const today = dayIn(new Date(), city.timezone);
  const from = addDays(today, 1 - span);
  const report = usePromotionReport(
    row.id,
    startOfDay(from, city.timezone).toISOString(),
    startOfDay(addDays(today, 1), city.timezone).toISOString(),
  );
  const { data } = report;
  if (report.isError && data === undefined)
    return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (data === undefined) return <Skeleton active />;
  const days = Array.from({ length: span }, (_, index) => addDays(from, index));
  const of = (day: string) => data.days.find(({ used_on }) => used_on === day);
  const money = (cents: number): string =>
    formatMoney(Math.round(cents), city.currency, locale, { trimZeros: true });
  const amounts = [
    ['report.discount', data.discount_cents],
    ['report.merchant', data.merchant_cents],
    ['report.goods', data.subtotal_cents],
  ] as const;
  const counts = [
    ['report.orders', data.order_count],
    ['report.customers', data.customer_count],
    ['report.first', data.first_count],
    ['report.returned', data.returned_count],
  ] as const;
  return (
    <div className="panel" data-testid="promotion-report">
      <Segmented
        aria-label={text('simulation.span')}
        value={span}
        options={[7, 30, 90].map((value) => ({ value, label: text('simulation.days', { count: value }) }))}
        onChange={setSpan}
      />
      <dl className="figures panel-figures">
        {amounts.map(([key, cents]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>
              <Money cents={cents} currency={city.currency} />
            </dd>
          </div>
        ))}
        {counts.map(([key, count]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {data.discount_cents > 0 && (
        <p className="muted">
          {text('report.ratio', { amount: (data.subtotal_cents / data.discount_cents).toFixed(1) })}
        </p>
      )}
      {data.order_count === 0 ? (
        <EmptyState title={text('report.none')} hint={text('report.none_hint')} />
      ) : (
        <>
          <BarChart
            title={text('report.by_day')}
            color={color.persimmon}
            format={money}
            bars={days.map((day) => ({ name: dayName(day, locale), value: of(day)?.discount_cents ?? 0 }))}
          />
          <BarChart
            title={text('report.orders_by_day')}
            color={color.leaf}
            whole
            format={(value) => text('unit.orders', { amount: value })}
            bars={days.map((day) => ({ name: dayName(day, locale), value: of(day)?.order_count ?? 0 }))}
          />
        </>
      )}
    </div>
  );
}
