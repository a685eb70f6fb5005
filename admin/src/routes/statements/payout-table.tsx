import { Button, Popconfirm } from 'antd';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import { useCancelWithdrawal } from '../../queries/payout/use-cancel-withdrawal.ts';
import { useMyPayouts, type MyPayout } from '../../queries/payout/use-my-payouts.ts';

const tones: Record<MyPayout['status'], Tone> = {
  pending: 'accent',
  processing: 'info',
  paid: 'success',
  failed: 'danger',
  cancelled: 'quiet',
};

/** Every withdrawal and how far it is. */
export function PayoutTable({ merchantId }: { merchantId: string }) {
  const text = useText();
  const payouts = useMyPayouts(merchantId);
  const cancel = useCancelWithdrawal(merchantId);
  return (
    <DataTable<MyPayout>
      label={text('withdraw.list')}
      testId="payout-table"
      rows={payouts.data}
      loading={payouts.isPending}
      error={payouts.error}
      onRetry={() => void payouts.refetch()}
      empty={<EmptyState title={text('withdraw.none')} hint={text('withdraw.none_hint')} />}
      columns={[
        { title: text('withdraw.asked'), render: (_, row) => <RelativeTime at={row.created_at} /> },
        { title: text('withdraw.number'), dataIndex: 'account_masked', className: 'tabular' },
        {
          title: text('field.status'),
          render: (_, row) => (
            <>
              <ToneTag tone={tones[row.status]}>{text(`withdraw_status.${row.status}`)}</ToneTag>
              {row.failure !== null && <span className="note wrap">{row.failure}</span>}
            </>
          ),
        },
        { title: text('withdraw.paid_at'), render: (_, row) => <RelativeTime at={row.paid_at} /> },
        {
          title: text('order.amount'),
          align: 'right',
          render: (_, row) => <Money cents={row.amount_cents} currency={row.currency} strong />,
        },
        {
          title: <span className="visually-hidden">{text('withdraw.cancel')}</span>,
          render: (_, row) =>
            row.status === 'pending' && (
              <Popconfirm
                title={text('withdraw.cancel_question')}
                onConfirm={() => cancel.send(row.id).catch(() => undefined)}
              >
                <Button size="small" type="text" danger loading={cancel.busy} data-testid="payout-cancel">
                  {text('withdraw.cancel')}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  );
}
