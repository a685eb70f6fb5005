import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Figures } from '../../components/figures.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { addDays, dayIn } from '../../lib/day-time.ts';
import { useText } from '../../providers/use-text.ts';
import { useMoneyFlow } from '../../queries/finance/use-money-flow.ts';
import { flowFields, FlowTable } from './flow-table.tsx';

const FlowChart = lazy(() => import('./flow-chart.tsx'));
const spans = [7, 30, 90] as const;

/** What came in and where it went, day by day, from the ledger. */
export default function FinancePage() {
  const text = useText();
  const city = useCity();
  const [days, setDays] = useState<number>(30);
  const to = dayIn(new Date(), city.timezone);
  const query = useMoneyFlow(city.id, addDays(to, 1 - days), to);
  const rows = query.data;
  return (
    <Page title={text('screen.finance')} lead={text('finance.lead')}>
      <div className="filters">
        <Segmented<number>
          aria-label={text('finance.span')}
          value={days}
          onChange={setDays}
          options={spans.map((value) => ({ value, label: text('finance.days', { days: value }) }))}
        />
      </div>
      {query.isError && rows === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <>
          <Figures
            testId="flow-figures"
            items={flowFields.map((field) => ({
              key: field,
              label: text(`finance.${field}`),
              value: (
                <Money cents={rows.reduce((sum, row) => sum + row[field], 0)} currency={city.currency} />
              ),
            }))}
          />
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <FlowChart rows={rows} currency={city.currency} />
          </Suspense>
          <FlowTable rows={rows} currency={city.currency} />
        </>
      )}
    </Page>
  );
}
