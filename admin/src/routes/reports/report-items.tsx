import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { StoreReport } from '../../queries/order/use-store-report.ts';

/** What sold best in a report. */
export function ReportItems({ report, currency }: { report: StoreReport; currency: string }) {
  const text = useText();
  const locale = useLocale();
  return (
    <section>
      <h2 className="section-title">{text('reports.items')}</h2>
      <DataTable
        label={text('reports.items')}
        testId="report-items"
        rows={report.items}
        empty={<EmptyState title={text('reports.no_items')} />}
        pagination={report.items.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        columns={[
          { title: text('menu.product'), render: (_, row) => localName(row, locale) },
          {
            title: text('reports.quantity'),
            align: 'right',
            className: 'tabular',
            dataIndex: 'quantity',
            sorter: (a, b) => a.quantity - b.quantity,
          },
          {
            title: text('reports.orders'),
            align: 'right',
            className: 'tabular',
            dataIndex: 'order_count',
            sorter: (a, b) => a.order_count - b.order_count,
          },
          {
            title: text('reports.sales'),
            align: 'right',
            sorter: (a, b) => a.sales_cents - b.sales_cents,
            render: (_, row) => <Money cents={row.sales_cents} currency={currency} />,
          },
        ]}
      />
    </section>
  );
}
