import { hexColors } from '@linli/ui/tokens';
import { formatMoney } from '@linli/ui/money';
import { useMemo } from 'react';
import { BarChart } from '../../components/bar-chart.tsx';
import type { SalesReport } from '../../lib/sales.ts';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

/** Orders by hour of today, and sales of the last seven days. */
export default function SalesCharts({ report, currency }: { report: SalesReport; currency: string }) {
  const text = useText();
  const locale = useLocale();
  const color = hexColors(useTheme());
  const days = useMemo(
    () =>
      report.days.map(({ day, cents }) => ({
        name: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
          new Date(`${day}T00:00:00Z`),
        ),
        value: cents,
      })),
    [report.days, locale],
  );
  const hours = useMemo(
    () => report.hours.map((value, hour) => ({ name: `${String(hour).padStart(2, '0')}:00`, value })),
    [report.hours],
  );
  return (
    <div className="charts">
      <BarChart
        title={text('dashboard.by_day')}
        bars={days}
        color={color.leaf}
        format={(value) => formatMoney(Math.round(value), currency, locale, { trimZeros: true })}
      />
      <BarChart
        title={text('dashboard.by_hour')}
        bars={hours}
        color={color.persimmon}
        whole
        format={(value) => text('unit.orders', { amount: value })}
      />
    </div>
  );
}
