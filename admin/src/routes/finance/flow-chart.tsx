import { formatMoney } from '@linli/ui/money';
import { hexColors } from '@linli/ui/tokens';
import { useCallback, useMemo } from 'react';
import { SeriesChart } from '../../components/series-chart.tsx';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { FlowRow } from './flow-table.tsx';

/** Paid, refunded, commission and payouts of each day. */
export default function FlowChart({ rows, currency }: { rows: readonly FlowRow[]; currency: string }) {
  const text = useText();
  const locale = useLocale();
  const colors = hexColors(useTheme());
  const names = useMemo(() => rows.map((row) => row.on_date.slice(5)), [rows]);
  const series = useMemo(
    () =>
      (
        [
          ['paid_cents', colors.leaf],
          ['refunded_cents', colors.danger],
          ['commission_cents', colors.info],
          ['payout_cents', colors.persimmon],
        ] as const
      ).map(([field, color]) => ({
        name: text(`finance.${field}`),
        color,
        values: rows.map((row) => row[field]),
      })),
    [rows, colors, text],
  );
  const format = useCallback((value: number) => formatMoney(value, currency, locale), [currency, locale]);
  return <SeriesChart title={text('finance.by_day')} names={names} series={series} format={format} />;
}
