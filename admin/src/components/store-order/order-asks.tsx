import { Alert, Button, Popconfirm, Space } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useAnswerRequest } from '../../queries/order/use-answer-request.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { ClockTime } from '../clock-time.tsx';
import { Money } from '../money.tsx';
import { useReasonText } from '../use-reason-text.ts';

/** The open question about an order: a late cancellation to answer, or an edit or slot that the customer thinks about. */
export function OrderAsks({ page, mayAnswer }: { page: OrderPage; mayAnswer: boolean }) {
  const text = useText();
  const reasonText = useReasonText();
  const { send, busy } = useAnswerRequest();
  const ask = page.requests.find((row) => row.status === 'open');
  if (ask === undefined) return null;
  const detail = ask.detail as { refund_cents?: number };
  if (ask.kind !== 'cancel') {
    return (
      <Alert
        type="info"
        showIcon
        className="order-ask"
        data-testid="order-ask"
        title={text(`ask.${ask.kind}_waits`)}
        description={
          <>
            {detail.refund_cents !== undefined && (
              <>
                {text('edit_order.refund')}{' '}
                <Money cents={detail.refund_cents} currency={page.order.currency} strong /> ·{' '}
              </>
            )}
            {text('ask.until')} <ClockTime at={ask.due_at} />
          </>
        }
      />
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      className="order-ask"
      data-testid="order-ask"
      title={text('ask.cancel')}
      description={
        <>
          <p>
            {ask.reason_code && `${reasonText(ask.reason_code)} · `}
            {text('ask.silence')} <ClockTime at={ask.due_at} />
          </p>
          {mayAnswer && (
            <Space>
              <Popconfirm
                title={text('ask.agree_question')}
                okText={text('ask.agree')}
                okButtonProps={{ danger: true }}
                onConfirm={() => send({ id: ask.id, isAccepted: true }).catch(() => undefined)}
              >
                <Button danger loading={busy} data-testid="ask-agree">
                  {text('ask.agree')}
                </Button>
              </Popconfirm>
              <Button
                loading={busy}
                data-testid="ask-decline"
                onClick={() => void send({ id: ask.id, isAccepted: false }).catch(() => undefined)}
              >
                {text('ask.decline')}
              </Button>
            </Space>
          )}
        </>
      }
    />
  );
}
