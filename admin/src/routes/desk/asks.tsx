import { DataTable } from '../../components/data-table.tsx';
import { ClockTime } from '../../components/clock-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useStoreAsks, type StoreAsk } from '../../queries/order/use-store-asks.ts';

type Props = { storeId: string; openId: string | undefined; onOpen: (orderId: string) => void };

/** What customers wait for: refunds and late cancellations. Silence counts as a yes. */
export function Asks({ storeId, openId, onOpen }: Props) {
  const text = useText();
  const reasonText = useReasonText();
  const asks = useStoreAsks(storeId);
  return (
    <DataTable<StoreAsk>
      label={text('desk.view_asks')}
      testId="asks-table"
      rows={asks.data}
      loading={asks.isPending}
      error={asks.error}
      onRetry={() => void asks.refetch()}
      openId={asks.data?.find((row) => row.order_id === openId)?.id}
      onOpen={(row) => onOpen(row.order_id)}
      empty={<EmptyState title={text('asks.none')} hint={text('asks.none_hint')} />}
      columns={[
        {
          title: text('order.number'),
          render: (_, row) => (
            <RowLink onClick={() => onOpen(row.order_id)} testId="ask-open">
              {row.number}
            </RowLink>
          ),
        },
        { title: text('asks.what'), render: (_, row) => text(`asks.${row.kind}`) },
        {
          title: text('field.reason'),
          render: (_, row) => (row.reason_code ? reasonText(row.reason_code) : '–'),
        },
        {
          title: text('order.amount'),
          align: 'right',
          render: (_, row) =>
            row.amount_cents === undefined ? '–' : <Money cents={row.amount_cents} currency={row.currency} />,
        },
        {
          title: text('asks.until'),
          render: (_, row) => (
            <>
              <ClockTime at={row.due_at} />{' '}
              <span className="muted">
                (<RelativeTime at={row.due_at} />)
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
