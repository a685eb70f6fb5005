import { Skeleton } from 'antd';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useStore } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { salesReport } from '../../lib/sales.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { useSales } from '../../queries/order/use-sales.ts';

const SalesCharts = lazy(() => import('./sales-charts.tsx'));

/** Today and the last week of the store, in a few numbers and two charts. */
export default function DashboardPage() {
  const text = useText();
  const { store, city } = useStore();
  const now = useNow(60_000);
  const today = dayIn(new Date(now), city.timezone);
  const since = useMemo(
    () => startOfDay(addDays(today, -6), city.timezone).toISOString(),
    [today, city.timezone],
  );
  const orders = useSales(store.id, since);
  useLiveRefresh(`store:${store.id}`, [orderKeys.sales(store.id)]);
  const report = useMemo(
    () => orders.data && salesReport(orders.data, new Date(now), city.timezone),
    [orders.data, now, city.timezone],
  );
  return (
    <Page title={text('screen.dashboard')} lead={text('dashboard.lead')}>
      {orders.isError && report === undefined ? (
        <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />
      ) : report === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <>
          <dl className="figures" data-testid="figures">
            <Figure label={text('dashboard.orders')}>{report.today.orders}</Figure>
            <Figure label={text('dashboard.sales')}>
              <Money cents={report.today.cents} currency={city.currency} />
            </Figure>
            <Figure label={text('dashboard.average')}>
              <Money cents={report.today.averageCents} currency={city.currency} />
            </Figure>
            <Figure label={text('dashboard.answer')}>
              {report.today.answerSeconds === undefined
                ? '–'
                : text('unit.seconds', { amount: Math.round(report.today.answerSeconds) })}
            </Figure>
            <Figure label={text('dashboard.lost')}>{report.today.lost}</Figure>
          </dl>
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <SalesCharts report={report} currency={city.currency} />
          </Suspense>
        </>
      )}
    </Page>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
