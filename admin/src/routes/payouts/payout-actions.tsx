import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { NoteModal } from '../../components/note-modal.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { usePayoutCommand, type PayoutIntent } from '../../queries/finance/use-payout-command.ts';
import type { PayoutRow } from '../../queries/finance/use-payouts.ts';

/** What the state of a payout lets finance do. */
export function PayoutActions({ payout }: { payout: PayoutRow }) {
  const text = useText();
  const may = useMay('payouts', 'edit');
  const { send, busy } = usePayoutCommand();
  const [asking, setAsking] = useState<'pay' | 'fail' | undefined>(undefined);
  const { id, status } = payout;
  const go = (intent: PayoutIntent): void => void send(intent).catch(() => undefined);
  if (!may || !['pending', 'processing', 'paid'].includes(status)) return null;
  return (
    <div className="order-actions">
      {status === 'pending' && (
        <>
          <Button
            type="primary"
            block
            loading={busy}
            data-testid="payout-approve"
            onClick={() => go({ command: 'approve', id, method: 'manual' })}
          >
            {text('payouts.approve_manual')}
          </Button>
          <Space wrap>
            <Button
              disabled={busy}
              data-testid="payout-provider"
              onClick={() => go({ command: 'approve', id, method: 'provider' })}
            >
              {text('payouts.approve_provider')}
            </Button>
            <Popconfirm
              title={text('payouts.cancel_question')}
              okText={text('payouts.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => send({ command: 'cancel', id }).catch(() => undefined)}
            >
              <Button danger type="text" disabled={busy} data-testid="payout-cancel">
                {text('payouts.cancel')}
              </Button>
            </Popconfirm>
          </Space>
        </>
      )}
      {status === 'processing' && payout.method === 'manual' && (
        <Button type="primary" block loading={busy} data-testid="payout-pay" onClick={() => setAsking('pay')}>
          {text('payouts.pay')}
        </Button>
      )}
      {status !== 'pending' && (
        <Button
          danger
          type="text"
          disabled={busy}
          data-testid="payout-fail"
          onClick={() => setAsking('fail')}
        >
          {text(status === 'paid' ? 'payouts.came_back' : 'payouts.fail')}
        </Button>
      )}
      <NoteModal
        open={asking !== undefined}
        title={text(asking === 'pay' ? 'payouts.pay' : 'payouts.fail')}
        label={text(asking === 'pay' ? 'payouts.reference' : 'field.reason')}
        detail={text(asking === 'pay' ? 'payouts.pay_detail' : 'payouts.fail_detail')}
        confirmText={text(asking === 'pay' ? 'payouts.pay' : 'payouts.fail')}
        isDanger={asking === 'fail'}
        onConfirm={(note) =>
          send(
            asking === 'pay'
              ? { command: 'pay', id, reference: note }
              : { command: 'fail', id, reason: note },
          )
        }
        onClose={() => setAsking(undefined)}
      />
    </div>
  );
}
