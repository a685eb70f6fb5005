import { useCity } from '../../app/workspace.ts';
import { Figures } from '../../components/figures.tsx';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import type { CustomerPage } from '../../queries/customer/use-customer.ts';

/** How someone orders, in a few numbers. Money is of the currency that they spend most in. */
export function CustomerHabits({ page: { habits } }: { page: CustomerPage }) {
  const text = useText();
  const city = useCity();
  const spent = habits.spent[0];
  const currency = spent?.currency ?? city.currency;
  const share = (count: number, of: number): string =>
    of === 0 ? '–' : `${Math.round((count / of) * 100)}%`;
  return (
    <Figures
      testId="user-figures"
      items={[
        { key: 'orders', label: text('users.orders'), value: habits.order_count },
        {
          key: 'spent',
          label: text('users.spent'),
          value: <Money cents={spent?.spent_cents ?? 0} currency={currency} />,
        },
        {
          key: 'average',
          label: text('users.average'),
          value: <Money cents={spent?.average_cents ?? 0} currency={currency} />,
        },
        {
          key: 'last',
          label: text('users.last_order'),
          value: <RelativeTime at={habits.last_order_at} />,
        },
        {
          key: 'refunds',
          label: text('users.refund_share'),
          value: share(habits.refund_count, habits.completed_count),
          note: text('users.of_completed', { count: habits.refund_count, all: habits.completed_count }),
        },
        {
          key: 'cancelled',
          label: text('users.cancelled'),
          value: habits.cancelled_count,
          note: share(habits.cancelled_count, habits.order_count),
        },
      ]}
    />
  );
}
