import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { addDays, dayIn } from '../../lib/day-time.ts';
import { downloadText } from '../../lib/download-text.ts';
import { currencyDigits } from '../../lib/money-text.ts';
import { reportFile } from '../../lib/report-file.ts';
import { useText } from '../../providers/use-text.ts';
import { useStoreReport } from '../../queries/order/use-store-report.ts';
import { ReportFigures } from './report-figures.tsx';
import { ReportItems } from './report-items.tsx';

const ReportCharts = lazy(() => import('./report-charts.tsx'));
const spans = [7, 30, 90] as const;

/** Sales, orders, hours, items and customers of the store in a range of days. */
export default function ReportsPage() {
  const text = useText();
  const { store, city } = useStore();
  const today = dayIn(new Date(), city.timezone);
  const [range, setRange] = useState({ from: addDays(today, -6), to: today });
  const report = useStoreReport(store.id, range.from, range.to);
  const span = spans.find((days) => range.to === today && range.from === addDays(today, 1 - days));
  const download = (): void => {
    if (report.data === undefined) return;
    const header = [
      text('field.date'),
      text('reports.orders'),
      text('reports.lost'),
      text('reports.sales'),
      text('reports.discounts'),
      text('reports.refunds'),
    ];
    downloadText(
      `report-${range.from}-${range.to}.csv`,
      reportFile(report.data, header, 10 ** currencyDigits(city.currency)),
    );
  };
  return (
    <Page
      title={text('screen.reports')}
      lead={text('reports.lead', { zone: city.timezone })}
      actions={
        <>
          <Segmented<number>
            aria-label={text('reports.span')}
            value={span ?? 0}
            onChange={(days) => days > 0 && setRange({ from: addDays(today, 1 - days), to: today })}
            options={[
              ...spans.map((days) => ({
                value: days as number,
                label: text('reports.days', { amount: days }),
              })),
              ...(span === undefined ? [{ value: 0, label: text('reports.own') }] : []),
            ]}
          />
          <Input
            type="date"
            className="report-day"
            aria-label={text('reports.from')}
            value={range.from}
            max={range.to}
            data-testid="report-from"
            onChange={(event) => setRange({ ...range, from: event.target.value })}
          />
          <Input
            type="date"
            className="report-day"
            aria-label={text('reports.to')}
            value={range.to}
            min={range.from}
            max={today}
            data-testid="report-to"
            onChange={(event) => setRange({ ...range, to: event.target.value })}
          />
          <Button
            icon={<DownloadOutlined />}
            disabled={report.data === undefined}
            data-testid="report-csv"
            onClick={download}
          >
            {text('action.csv')}
          </Button>
        </>
      }
    >
      {report.isError ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : report.data === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <>
          <ReportFigures report={report.data} currency={city.currency} />
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <ReportCharts report={report.data} currency={city.currency} />
          </Suspense>
          <ReportItems report={report.data} currency={city.currency} />
        </>
      )}
    </Page>
  );
}
