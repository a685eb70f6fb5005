import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../providers/use-text.ts';
import type { Ticket, TicketSide } from '../../queries/support/types.ts';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import { useListKeys } from '../use-list-keys.ts';
import { TicketEntry } from './ticket-entry.tsx';
import { TicketTalk } from './ticket-talk.tsx';

type Query = {
  data: { pages: { tickets: Ticket[] }[] } | undefined;
  isError: boolean;
  isPending: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};
type Props = {
  side: TicketSide;
  query: Query;
  /** Which of the tickets are listed. */
  queues: ReactNode;
  emptyHint: string;
  /** The order that the open ticket is about. */
  order: (orderId: string) => ReactNode;
};

/** Tickets beside the conversation that is open, and the order that it is about. J and K walk through them. */
export function TicketDesk({ side, query, queues, emptyHint, order }: Props) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const tickets = query.data?.pages.flatMap((page) => page.tickets) ?? [];
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
  return (
    <div
      className={['support', openId && 'support-open', orderId && 'support-with-order']
        .filter(Boolean)
        .join(' ')}
    >
      <section className="support-queue" aria-label={text('support.queues')}>
        {queues}
        {query.isError && query.data === undefined ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ul className="ticket-list" data-testid="ticket-list" aria-busy={query.isPending}>
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <TicketEntry
                  ticket={ticket}
                  isCurrent={ticket.id === openId}
                  side={side}
                  onOpen={() => open(ticket.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {query.data !== undefined && tickets.length === 0 && (
          <EmptyState title={text('support.empty')} hint={emptyHint} />
        )}
        {query.hasNextPage && (
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {text('action.more')}
          </Button>
        )}
      </section>
      {openId === undefined ? (
        <section className="support-talk support-nothing">
          <EmptyState title={text('support.choose')} hint={text('support.choose_hint')} />
        </section>
      ) : (
        <TicketTalk key={openId} ticketId={openId} side={side} onBack={() => open(undefined)} />
      )}
      {orderId !== undefined && (
        <aside className="support-order" aria-label={text('order.title')}>
          {order(orderId)}
        </aside>
      )}
    </div>
  );
}
