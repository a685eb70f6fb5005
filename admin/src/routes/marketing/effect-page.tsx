import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Figures } from '../../components/figures.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { useText } from '../../providers/use-text.ts';
import { useStorePromotionReport } from '../../queries/promotion/use-store-promotion-report.ts';
import { EffectTable } from './effect-table.tsx';
import { MarketingViews } from './marketing-views.tsx';

const EffectCharts = lazy(() => import('./effect-charts.tsx'));

/** What promotions brought the store, and what they cost it. */
export function EffectPage() {
  const text = useText();
  const { store, city } = useStore();
  const [span, setSpan] = useState(30);
  const today = dayIn(new Date(), city.timezone);
  const first = addDays(today, 1 - span);
  const report = useStorePromotionReport(
    store.id,
    startOfDay(first, city.timezone).toISOString(),
    startOfDay(addDays(today, 1), city.timezone).toISOString(),
  );
  const { data } = report;
  const money = (cents: number) => <Money cents={cents} currency={city.currency} />;
  return (
    <Page
      title={text('screen.marketing')}
      lead={text('effect.lead')}
      actions={
        <Segmented
          aria-label={text('simulation.span')}
          value={span}
          options={[7, 30, 90].map((value) => ({ value, label: text('simulation.days', { count: value }) }))}
          onChange={setSpan}
        />
      }
    >
      <MarketingViews current="effect" />
      {report.isError && data === undefined ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : data === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : data.order_count === 0 ? (
        <EmptyState title={text('report.none')} hint={text('effect.none_hint')} />
      ) : (
        <>
          <Figures
            testId="effect-figures"
            items={[
              { key: 'orders', label: text('report.orders'), value: data.order_count },
              { key: 'goods', label: text('report.goods'), value: money(data.subtotal_cents) },
              { key: 'discount', label: text('report.discount'), value: money(data.discount_cents) },
              {
                key: 'merchant',
                label: text('effect.own_cost'),
                value: money(data.merchant_cents),
                note:
                  data.merchant_cents > 0
                    ? text('effect.ratio', { amount: (data.subtotal_cents / data.merchant_cents).toFixed(1) })
                    : undefined,
              },
            ]}
          />
          <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
            <EffectCharts
              days={data.days}
              names={Array.from({ length: span }, (_, index) => addDays(first, index))}
              currency={city.currency}
            />
          </Suspense>
          <EffectTable rows={data.promotions} currency={city.currency} />
        </>
      )}
    </Page>
  );
}
