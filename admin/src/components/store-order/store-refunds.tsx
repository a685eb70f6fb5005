import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { useAnswerRefund } from '../../queries/refund/use-answer-refund.ts';
import { useOrderRefunds, type RefundRow } from '../../queries/refund/use-order-refunds.ts';
import { ClockTime } from '../clock-time.tsx';
import { Money } from '../money.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { ToneTag, type Tone } from '../status-tag.tsx';
import { useReasonText } from '../use-reason-text.ts';
import { RefundPhotos } from './refund-photos.tsx';

const tones: Record<RefundRow['status'], Tone> = {
  requested: 'accent',
  merchant_approved: 'info',
  merchant_rejected: 'danger',
  escalated: 'warning',
  platform_decided: 'info',
  refunding: 'info',
  refunded: 'success',
  withdrawn: 'quiet',
};
const own = ['order_edited', 'store_goodwill', 'ops_decided'] as const;

/** Money of an order on its way back: what the customer asks, the store's answer, and what became of it. */
export function StoreRefunds({ page, mayAnswer }: { page: OrderPage; mayAnswer: boolean }) {
  const text = useText();
  const reasonText = useReasonText();
  const refunds = useOrderRefunds(page.order.id).data ?? [];
  if (refunds.length === 0) return null;
  const why = (code: string): string => {
    const known = own.find((name) => name === code);
    return known ? text(`refund_reason.${known}`) : reasonText(code);
  };
  return (
    <section data-testid="order-refunds">
      <h3>{text('refund.title')}</h3>
      {refunds.map((row) => (
        <article key={row.id} className="refund-card" data-status={row.status}>
          <div className="refund-head">
            <ToneTag tone={tones[row.status]}>{text(`refund_status.${row.status}`)}</ToneTag>
            <Money cents={row.amount_cents} currency={page.order.currency} strong />
            <span className="push muted">
              <RelativeTime at={row.created_at} />
            </span>
          </div>
          <p>
            {why(row.reason)}
            {row.note !== '' && <span className="note wrap">{row.note}</span>}
          </p>
          {row.lines.length > 0 && (
            <p className="muted">{row.lines.map((line) => `${line.name} ×${line.quantity}`).join(' · ')}</p>
          )}
          <RefundPhotos photos={row.photos} />
          {row.answer !== '' && (
            <p className="wrap">
              {text('refund.answer')} {row.answer}
            </p>
          )}
          {row.status === 'requested' && (
            <>
              <p className="muted">
                {text('ask.silence')} <ClockTime at={row.due_at} />
              </p>
              {mayAnswer && <Answer refund={row} />}
            </>
          )}
        </article>
      ))}
    </section>
  );
}

function Answer({ refund }: { refund: RefundRow }) {
  const text = useText();
  const answer = useAnswerRefund();
  const [note, setNote] = useState('');
  const send = (isApproved: boolean): void => answer.mutate({ id: refund.id, isApproved, note: note.trim() });
  return (
    <>
      <Input.TextArea
        maxLength={300}
        autoSize={{ minRows: 2 }}
        placeholder={text('refund.answer_hint')}
        aria-label={text('refund.answer_hint')}
        value={note}
        data-testid="refund-answer"
        onChange={(event) => setNote(event.target.value)}
      />
      <Space className="refund-answer">
        <Button
          type="primary"
          loading={answer.isPending}
          data-testid="refund-agree"
          onClick={() => send(true)}
        >
          {text('refund.agree')}
        </Button>
        <Button
          danger
          disabled={note.trim() === ''}
          loading={answer.isPending}
          data-testid="refund-decline"
          onClick={() => send(false)}
        >
          {text('refund.decline')}
        </Button>
      </Space>
    </>
  );
}
