import type { ReactNode } from 'react';
import { Money } from '../../components/money.tsx';
import { useText } from '../../providers/use-text.ts';
import type { StoreReport } from '../../queries/order/use-store-report.ts';

/** A report in a few numbers. */
export function ReportFigures({ report, currency }: { report: StoreReport; currency: string }) {
  const text = useText();
  const sum = (amount: (row: StoreReport['days'][number]) => number): number =>
    report.days.reduce((all, row) => all + amount(row), 0);
  const orders = sum((row) => row.order_count);
  const sales = sum((row) => row.sales_cents);
  const { customers } = report;
  return (
    <dl className="figures" data-testid="report-figures">
      <Figure label={text('reports.sales')}>
        <Money cents={sales} currency={currency} />
      </Figure>
      <Figure label={text('reports.orders')}>{orders}</Figure>
      <Figure label={text('dashboard.average')}>
        <Money cents={orders === 0 ? 0 : Math.round(sales / orders)} currency={currency} />
      </Figure>
      <Figure label={text('reports.refunds')}>
        <Money cents={sum((row) => row.refund_cents)} currency={currency} />
      </Figure>
      <Figure label={text('reports.lost')}>{sum((row) => row.lost_count)}</Figure>
      <Figure label={text('reports.customers')}>{customers.count}</Figure>
      <Figure label={text('reports.new_customers')}>{customers.new_count}</Figure>
      <Figure label={text('reports.repeat')}>
        {customers.count === 0 ? '–' : `${Math.round((customers.repeat_count / customers.count) * 100)}%`}
      </Figure>
      <Figure label={text('dashboard.answer')}>
        {report.answer_seconds === null ? '–' : text('unit.seconds', { amount: report.answer_seconds })}
      </Figure>
    </dl>
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
