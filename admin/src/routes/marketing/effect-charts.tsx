import { formatMoney } from '@linli/ui/money';
import { hexColors } from '@linli/ui/tokens';
import { BarChart } from '../../components/bar-chart.tsx';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { StorePromotionReport } from '../../queries/promotion/use-store-promotion-report.ts';
import { dayName } from '../promotions/panels/day-name.ts';

type Props = { days: StorePromotionReport['days']; names: readonly string[]; currency: string };

/** Orders with a promotion, and what the store paid for them, by day. */
export default function EffectCharts({ days, names, currency }: Props) {
  const text = useText();
  const locale = useLocale();
  const color = hexColors(useTheme());
  const of = (day: string) => days.find(({ used_on }) => used_on === day);
  return (
    <div className="charts report-charts">
      <BarChart
        title={text('effect.orders_by_day')}
        color={color.leaf}
        whole
        format={(value) => text('unit.orders', { amount: value })}
        bars={names.map((day) => ({ name: dayName(day, locale), value: of(day)?.order_count ?? 0 }))}
      />
      <BarChart
        title={text('effect.cost_by_day')}
        color={color.persimmon}
        format={(value) => formatMoney(Math.round(value), currency, locale, { trimZeros: true })}
        bars={names.map((day) => ({ name: dayName(day, locale), value: of(day)?.merchant_cents ?? 0 }))}
      />
    </div>
  );
}
