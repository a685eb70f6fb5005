import { formatMoney } from '@linli/ui/money';
import { hexColors } from '@linli/ui/tokens';
import { useCallback, useMemo } from 'react';
import { SeriesChart } from '../../components/series-chart.tsx';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { Kpis } from '../../queries/kpi/use-kpis.ts';

/** Today hour by hour over the same day a week ago. */
export default function HourChart({ kpis, measure }: { kpis: Kpis; measure: 'gmv' | 'orders' }) {
  const text = useText();
  const locale = useLocale();
  const colors = hexColors(useTheme());
  const { hours, currency } = kpis;
  const names = useMemo(() => hours.map((row) => `${row.hour}:00`), [hours]);
  const series = useMemo(
    () => [
      {
        name: text('kpi.today'),
        color: colors.leaf,
        values: hours.map((row) => (measure === 'gmv' ? row.gmv_cents : row.order_count)),
      },
      {
        name: text('kpi.week_ago'),
        color: colors['ink-muted'],
        isLine: true,
        values: hours.map((row) => (measure === 'gmv' ? row.before_gmv_cents : row.before_order_count)),
      },
    ],
    [hours, measure, colors, text],
  );
  const format = useCallback(
    (value: number) => (measure === 'gmv' ? formatMoney(value, currency, locale) : String(value)),
    [measure, currency, locale],
  );
  return (
    <SeriesChart
      title={text(measure === 'gmv' ? 'kpi.gmv_by_hour' : 'kpi.orders_by_hour')}
      names={names}
      series={series}
      format={format}
      whole={measure === 'orders'}
    />
  );
}
