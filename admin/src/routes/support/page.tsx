import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { OpsOrderActions, OpsOrderMore } from '../../components/ops/ops-order.tsx';
import { OrderDetail } from '../../components/order/order-detail.tsx';
import { Page } from '../../components/page.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { useText } from '../../providers/use-text.ts';
import { queues, useTickets, type Queue } from '../../queries/support/use-tickets.ts';
import { TicketEntry } from './ticket-entry.tsx';
import { TicketTalk } from './ticket-talk.tsx';

/** The support desk: queues, one conversation, and the order that it is about beside it. */
export default function SupportPage() {
  const text = useText();
  const { roles } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const [queue, setQueue] = useState<Queue>('open');
  const list = useTickets(queue, roles.user_id);
  const tickets = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const openId = params.get('ticket') ?? undefined;
  const active = tickets.findIndex((ticket) => ticket.id === openId);
  const orderId = tickets[active]?.order_id ?? undefined;
  const open = (id: string | undefined): void => setParams(id ? { ticket: id } : {}, { replace: true });
  useListKeys({
    count: tickets.length,
    active,
    onMove: (index) => open(tickets[index]?.id),
    onOpen: (index) => open(tickets[index]?.id),
  });
  const amountOf: Partial<Record<Queue, number | undefined>> = {
    mine: counts?.mine,
    unassigned: counts?.unassigned,
    overdue: counts?.overdue,
  };
  return (
    <Page title={text('screen.support')} lead={text('support.lead')}>
      <div
        className={['support', openId && 'support-open', orderId && 'support-with-order']
          .filter(Boolean)
          .join(' ')}
      >
        <section className="support-queue" aria-label={text('support.queues')}>
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
          {list.isError && list.data === undefined ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <ul className="ticket-list" data-testid="ticket-list" aria-busy={list.isPending}>
              {tickets.map((ticket) => (
                <li key={ticket.id}>
                  <TicketEntry
                    ticket={ticket}
                    isCurrent={ticket.id === openId}
                    onOpen={() => open(ticket.id)}
                  />
                </li>
              ))}
            </ul>
          )}
          {list.data !== undefined && tickets.length === 0 && (
            <EmptyState title={text('support.empty')} hint={text('support.empty_hint')} />
          )}
          {list.hasNextPage && (
            <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {text('action.more')}
            </Button>
          )}
        </section>
        {openId === undefined ? (
          <section className="support-talk support-nothing">
            <EmptyState title={text('support.choose')} hint={text('support.choose_hint')} />
          </section>
        ) : (
          <TicketTalk key={openId} ticketId={openId} myId={roles.user_id} onBack={() => open(undefined)} />
        )}
        {orderId !== undefined && (
          <aside className="support-order" aria-label={text('order.title')}>
            <OrderDetail
              key={orderId}
              orderId={orderId}
              actions={(page) => <OpsOrderActions page={page} />}
              more={(page) => <OpsOrderMore page={page} />}
            />
          </aside>
        )}
      </div>
    </Page>
  );
}
