import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';
import { useOrderTrail, type TrailRefund } from '../../queries/order/use-order-trail.ts';
import { ClockTime } from '../clock-time.tsx';
import { Money } from '../money.tsx';
import { useMay } from '../use-may.ts';
import { useReasonText } from '../use-reason-text.ts';
import { DecideRefundModal } from './decide-refund-modal.tsx';
import { RefundTag } from './refund-tag.tsx';

const undecided = new Set(['requested', 'escalated']);

/** What went back or was asked for, who bears it, and each step; requests can be decided here. */
export function OrderRefunds({ orderId, currency }: { orderId: string; currency: string }) {
  const text = useText();
  const refunds = useOrderTrail(orderId).data?.refunds ?? [];
  const may = useMay('refunds', 'edit');
  const [deciding, setDeciding] = useState<TrailRefund | undefined>(undefined);
  const reasonText = useReasonText();
  const why = (refund: TrailRefund): string =>
    refund.reason === 'ops_decided' ? text('refund.by_ops') : reasonText(refund.reason);
  if (refunds.length === 0) return null;
  return (
    <section data-testid="order-refunds">
      <h3>{text('refund.list')}</h3>
      {refunds.map((refund) => (
        <article key={refund.id} className="refund-card">
          <div className="refund-head">
            <RefundTag status={refund.status} />
            <Money cents={refund.amount_cents} currency={currency} strong />
            <span className="push muted">
              {text('refund.borne_by', { party: text(`liable_party.${refund.liable_party}`) })}
            </span>
          </div>
          <p>
            {why(refund)}
            {refund.note !== '' && <span className="note"> {refund.note}</span>}
          </p>
          {refund.lines.length > 0 && (
            <p className="muted">
              {refund.lines.map((line) => `${line.name} × ${line.quantity}`).join(' · ')}
            </p>
          )}
          {refund.answer !== '' && <p>{text('refund.answer', { answer: refund.answer })}</p>}
          <ul className="plain-list trail">
            {refund.events.map((event) => (
              <li key={`${event.command}${event.created_at}`}>
                {text(`refund_status.${event.to_status}`)}
                <span className="muted">{text(`actor.${event.actor}`)}</span>
                <span className="push">
                  <ClockTime at={event.created_at} />
                </span>
              </li>
            ))}
          </ul>
          {may && undecided.has(refund.status) && (
            <Button size="small" data-testid="refund-decide" onClick={() => setDeciding(refund)}>
              {text('refund.decide')}
            </Button>
          )}
        </article>
      ))}
      {deciding && (
        <DecideRefundModal
          orderId={orderId}
          refund={deciding}
          currency={currency}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </section>
  );
}
