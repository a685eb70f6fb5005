import { formatMoney } from '@linli/ui/money';
import { hexColors } from '@linli/ui/tokens';
import { BarChart } from '../../components/bar-chart.tsx';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { StoreReport } from '../../queries/order/use-store-report.ts';

/** Sales and orders by day, orders by hour, and how they were taken. */
export default function ReportCharts({ report, currency }: { report: StoreReport; currency: string }) {
  const text = useText();
  const locale = useLocale();
  const color = hexColors(useTheme());
  const money = (value: number): string =>
    formatMoney(Math.round(value), currency, locale, { trimZeros: true });
  const count = (value: number): string => text('unit.orders', { amount: value });
  const dayName = (day: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return (
    <div className="charts report-charts">
      <BarChart
        title={text('reports.sales_by_day')}
        bars={report.days.map((row) => ({ name: dayName(row.day), value: row.sales_cents }))}
        color={color.leaf}
        format={money}
      />
      <BarChart
        title={text('reports.orders_by_day')}
        bars={report.days.map((row) => ({ name: dayName(row.day), value: row.order_count }))}
        color={color.persimmon}
        whole
        format={count}
      />
      <BarChart
        title={text('reports.by_hour')}
        bars={report.hours.map((value, hour) => ({ name: `${String(hour).padStart(2, '0')}:00`, value }))}
        color={color.persimmon}
        whole
        format={count}
      />
      <BarChart
        title={text('reports.by_way')}
        bars={report.ways.map((row) => ({
          name: text(`fulfillment_type.${row.fulfillment_type}`),
          value: row.sales_cents,
        }))}
        color={color.leaf}
        format={money}
      />
    </div>
  );
}
