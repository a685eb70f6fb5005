import { Alert, Button, Space } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useAnswerRequest } from '../../queries/order/use-answer-request.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { ClockTime } from '../clock-time.tsx';
import { useMay } from '../use-may.ts';
import { useReasonText } from '../use-reason-text.ts';

/** A customer asks to cancel late; ops may answer for the store. */
export function CancelQuestion({ page }: { page: OrderPage }) {
  const text = useText();
  const reasonText = useReasonText();
  const may = useMay('requests', 'edit');
  const { send, busy } = useAnswerRequest();
  const request = page.requests.find((row) => row.kind === 'cancel' && row.status === 'open');
  if (request === undefined) return null;
  const answer = (isAccepted: boolean): void =>
    void send({ id: request.id, isAccepted }).catch(() => undefined);
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="cancel-question"
      title={text('trail.cancel_asked')}
      description={
        <>
          {request.reason_code && reasonText(request.reason_code)} · {text('trail.answer_until')}{' '}
          <ClockTime at={request.due_at} />
          {may && (
            <div>
              <Space>
                <Button size="small" loading={busy} data-testid="cancel-agree" onClick={() => answer(true)}>
                  {text('trail.agree')}
                </Button>
                <Button
                  size="small"
                  disabled={busy}
                  data-testid="cancel-decline"
                  onClick={() => answer(false)}
                >
                  {text('trail.decline')}
                </Button>
              </Space>
            </div>
          )}
        </>
      }
    />
  );
}
