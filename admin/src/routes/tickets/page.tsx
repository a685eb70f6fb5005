import { CustomerServiceOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from '../../app/workspace.ts';
import { OrderDetail } from '../../components/order/order-detail.tsx';
import { Page } from '../../components/page.tsx';
import { TicketDesk } from '../../components/ticket/ticket-desk.tsx';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useText } from '../../providers/use-text.ts';
import { ticketKeys } from '../../queries/support/ticket-keys.ts';
import { useStoreTickets, type StoreQueue } from '../../queries/support/use-store-tickets.ts';
import { NewTicketModal } from './new-ticket-modal.tsx';

/** What the store asks support, and what support asks the store. */
export default function TicketsPage() {
  const text = useText();
  const { store } = useStore();
  const [params, setParams] = useSearchParams();
  const [queue, setQueue] = useState<StoreQueue>('going');
  const list = useStoreTickets(store.id, queue);
  const isNew = params.has('new');
  useLiveRefresh(`store:${store.id}`, [ticketKeys.all]);
  return (
    <Page
      title={text('screen.tickets')}
      lead={text('tickets.lead')}
      actions={
        <Button
          type="primary"
          icon={<CustomerServiceOutlined />}
          data-testid="ticket-new"
          onClick={() => setParams({ new: '' })}
        >
          {text('tickets.new')}
        </Button>
      }
    >
      <TicketDesk
        side="merchant"
        query={list}
        emptyHint={text('tickets.empty_hint')}
        queues={
          <Segmented<StoreQueue>
            value={queue}
            onChange={setQueue}
            aria-label={text('support.queues')}
            options={(['going', 'over'] as const).map((value) => ({
              value,
              label: <span data-testid={`queue-${value}`}>{text(`tickets.queue_${value}`)}</span>,
            }))}
          />
        }
        order={(orderId) => <OrderDetail key={orderId} orderId={orderId} />}
      />
      <NewTicketModal
        key={store.id}
        open={isNew}
        storeId={store.id}
        order={
          params.get('order')
            ? { id: params.get('order') ?? '', number: params.get('number') ?? '' }
            : undefined
        }
        onClose={() => setParams({}, { replace: true })}
        onOpened={(id) => {
          setQueue('going');
          setParams({ ticket: id }, { replace: true });
        }}
      />
    </Page>
  );
}
