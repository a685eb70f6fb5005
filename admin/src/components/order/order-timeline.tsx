import { Timeline } from 'antd';
import { useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { ClockTime } from '../clock-time.tsx';
import { useReasonText } from '../use-reason-text.ts';

const ended = new Set(['rejected', 'cancelled', 'expired', 'failed']);

/** Everything that happened to the order and its delivery, in order, with who did it and when. */
export function OrderTimeline({ page }: { page: OrderPage }) {
  const text = useText();
  const reasonText = useReasonText();
  const steps = [
    ...page.events.map((event) => ({
      at: event.created_at,
      title: text(`order_status.${event.to_status}`),
      detail: [text(`actor.${event.actor}`), event.reason_code && reasonText(event.reason_code)],
      status: event.to_status as string,
      rank: 0,
    })),
    ...(page.delivery?.events ?? []).map((event) => ({
      at: event.created_at,
      title: text(`delivery_status.${event.to_status}`),
      detail: [page.delivery?.rider?.display_name],
      status: event.to_status as string,
      rank: 1,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.rank - b.rank);
  return (
    <Timeline
      data-testid="order-timeline"
      items={steps.map((step, index) => ({
        key: index,
        color: ended.has(step.status) ? 'red' : index === steps.length - 1 ? 'green' : 'gray',
        content: (
          <div className="timeline-step">
            <span>
              {step.title} <span className="muted">{step.detail.filter(Boolean).join(' · ')}</span>
            </span>
            <ClockTime at={step.at} />
          </div>
        ),
      }))}
    />
  );
}
