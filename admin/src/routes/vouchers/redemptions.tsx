import { Input } from 'antd';
import { useState } from 'react';
import { ClockTime } from '../../components/clock-time.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { OrderDrawer } from '../../components/order/order-drawer.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { DeskVoucher } from '../../queries/voucher/desk-voucher.ts';
import { useRedemptions } from '../../queries/voucher/use-redemptions.ts';

/** Vouchers that the store took on a day: today unless another is chosen. */
export function Redemptions({ storeId, city }: { storeId: string; city: CityRow }) {
  const text = useText();
  const locale = useLocale();
  const today = dayIn(new Date(), city.timezone);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [orderId, setOrderId] = useState<string | undefined>(undefined);
  const day = chosen ?? today;
  const taken = useRedemptions(
    storeId,
    startOfDay(day, city.timezone).toISOString(),
    startOfDay(addDays(day, 1), city.timezone).toISOString(),
  );
  const sum = (taken.data ?? []).reduce((cents, row) => cents + row.amount_cents, 0);
  return (
    <section className="section-below" aria-label={text('vouchers.list')}>
      <header className="list-head">
        <h2>{text(day === today ? 'vouchers.today' : 'vouchers.list')}</h2>
        <span className="muted">
          {text('vouchers.count', { amount: taken.data?.length ?? 0 })} ·{' '}
          <Money cents={sum} currency={city.currency} />
        </span>
        <Input
          type="date"
          className="report-day push"
          aria-label={text('field.date')}
          value={day}
          max={today}
          data-testid="redemptions-day"
          onChange={(event) => event.target.value !== '' && setChosen(event.target.value)}
        />
      </header>
      <DataTable<DeskVoucher>
        label={text('vouchers.list')}
        testId="redemption-table"
        rows={taken.data}
        loading={taken.isPending}
        error={taken.error}
        onRetry={() => void taken.refetch()}
        openId={taken.data?.find((row) => row.order_id === orderId)?.id}
        onOpen={(row) => setOrderId(row.order_id)}
        empty={<EmptyState title={text('vouchers.none')} hint={text('vouchers.none_hint')} />}
        columns={[
          { title: text('vouchers.taken_at'), render: (_, row) => <ClockTime at={row.redeemed_at} /> },
          {
            title: text('vouchers.what'),
            render: (_, row) => (
              <RowLink onClick={() => setOrderId(row.order_id)} testId="redemption-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          {
            title: text('vouchers.code'),
            className: 'tabular',
            render: (_, row) => `…${row.code_hint}`,
          },
          {
            title: text('vouchers.customer'),
            className: 'tabular',
            render: (_, row) => row.customer_phone ?? row.customer_name ?? '–',
          },
          { title: text('order.number'), className: 'tabular', dataIndex: 'order_number' },
          { title: text('vouchers.by'), render: (_, row) => row.redeemed_by ?? '–' },
          {
            title: text('vouchers.paid'),
            align: 'right',
            render: (_, row) => <Money cents={row.amount_cents} currency={row.currency} />,
          },
        ]}
      />
      <OrderDrawer orderId={orderId} onClose={() => setOrderId(undefined)} />
    </section>
  );
}
