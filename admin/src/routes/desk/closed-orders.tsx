import { useMemo } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { OrderStatusTag } from '../../components/status-tag.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { dayIn, startOfDay } from '../../lib/day-time.ts';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { useClosedOrders } from '../../queries/order/use-closed-orders.ts';

type Props = { storeId: string; timeZone: string; openId: string | undefined; onOpen: (id: string) => void };

/** Today's finished and lost orders. */
export function ClosedOrders({ storeId, timeZone, openId, onOpen }: Props) {
  const text = useText();
  const reasonText = useReasonText();
  const today = dayIn(new Date(useNow()), timeZone);
  const since = useMemo(() => startOfDay(today, timeZone).toISOString(), [today, timeZone]);
  const orders = useClosedOrders(storeId, since, true);
  return (
    <DataTable
      label={text('desk.view_closed')}
      rows={orders.data}
      loading={orders.isPending}
      error={orders.error}
      onRetry={() => void orders.refetch()}
      openId={openId}
      onOpen={(row) => onOpen(row.id)}
      empty={<EmptyState title={text('desk.empty_closed')} />}
      columns={[
        {
          title: text('order.number'),
          render: (_, row) => <RowLink onClick={() => onOpen(row.id)}>{row.number}</RowLink>,
        },
        { title: text('field.status'), render: (_, row) => <OrderStatusTag status={row.status} /> },
        { title: text('order.way'), render: (_, row) => text(`fulfillment_type.${row.fulfillment_type}`) },
        {
          title: text('field.reason'),
          render: (_, row) => (row.reason_code ? reasonText(row.reason_code) : '–'),
        },
        { title: text('order.placed_at'), render: (_, row) => <RelativeTime at={row.placed_at} /> },
        {
          title: text('order.total'),
          align: 'right',
          render: (_, row) => <Money cents={row.total_cents} currency={row.currency} />,
        },
      ]}
    />
  );
}
