import { Segmented } from 'antd';
import { useState } from 'react';
import { useWorkspace } from '../../app/workspace.ts';
import { OpsOrderActions, OpsOrderMore } from '../../components/ops/ops-order.tsx';
import { OrderDetail } from '../../components/order/order-detail.tsx';
import { Page } from '../../components/page.tsx';
import { TicketDesk } from '../../components/ticket/ticket-desk.tsx';
import { useText } from '../../providers/use-text.ts';
import { queues, useTickets, type Queue } from '../../queries/support/use-tickets.ts';

/** The support desk: queues, one conversation, and the order that it is about beside it. */
export default function SupportPage() {
  const text = useText();
  const { roles } = useWorkspace();
  const [queue, setQueue] = useState<Queue>('open');
  const list = useTickets(queue, roles.user_id);
  const counts = list.data?.pages[0]?.counts;
  const amountOf: Partial<Record<Queue, number | undefined>> = {
    mine: counts?.mine,
    unassigned: counts?.unassigned,
    overdue: counts?.overdue,
  };
  return (
    <Page title={text('screen.support')} lead={text('support.lead')}>
      <TicketDesk
        side="ops"
        query={list}
        emptyHint={text('support.empty_hint')}
        queues={
          <Segmented
            value={queue}
            onChange={setQueue}
            aria-label={text('support.queues')}
            options={queues.map((value) => ({
              value,
              label: (
                <span data-testid={`queue-${value}`}>
                  {text(`support.queue_${value}`)}
                  {amountOf[value] ? <span className="count tabular"> {amountOf[value]}</span> : null}
                </span>
              ),
            }))}
          />
        }
        order={(orderId) => (
          <OrderDetail
            key={orderId}
            orderId={orderId}
            actions={(page) => <OpsOrderActions page={page} />}
            more={(page) => <OpsOrderMore page={page} />}
          />
        )}
      />
    </Page>
  );
}
