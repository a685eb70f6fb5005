import { hexColors } from '@linli/ui/tokens';
import { BarChart } from '../../components/bar-chart.tsx';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CustomerPage } from '../../queries/customer/use-customer.ts';

/** Orders in each of the last twelve months. */
export default function CustomerChart({ months }: { months: CustomerPage['habits']['months'] }) {
  const text = useText();
  const locale = useLocale();
  const monthName = new Intl.DateTimeFormat(locale, { year: '2-digit', month: 'short', timeZone: 'UTC' });
  return (
    <BarChart
      title={text('users.orders_by_month')}
      bars={months.map((row) => ({
        name: monthName.format(new Date(`${row.month}-01T00:00:00Z`)),
        value: row.order_count,
      }))}
      color={hexColors(useTheme()).leaf}
      whole
      format={(value) => text('unit.orders', { amount: value })}
    />
  );
}
