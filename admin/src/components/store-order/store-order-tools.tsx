import {
  ClockCircleOutlined,
  CustomerServiceOutlined,
  EditOutlined,
  PrinterOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../providers/use-text.ts';
import { useOrderCommand } from '../../queries/order/use-order-command.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { useOrderTransitions } from '../../queries/order/use-order-transitions.ts';
import { usePrintOrder } from '../../queries/print/use-print-order.ts';
import { useMay } from '../use-may.ts';
import { EditOrderModal } from './edit-order-modal.tsx';
import { GiveRefundModal } from './give-refund-modal.tsx';
import { TicketSheet } from './ticket-sheet.tsx';

const delays = [5, 10, 15] as const;

/** What a store may do beside the next step: more time, another line, paper, money back. */
export function StoreOrderTools({ page }: { page: OrderPage }) {
  const text = useText();
  const mayGive = useMay('refunds', 'edit');
  const { order } = page;
  const { send, busyId } = useOrderCommand();
  const navigate = useNavigate();
  const print = usePrintOrder(order.id);
  const transitions = useOrderTransitions();
  const [dialog, setDialog] = useState<'edit' | 'refund' | 'ticket' | undefined>(undefined);
  const mayDelay = transitions(order, 'merchant').includes('delay');
  const mayEdit =
    ['placed', 'accepted', 'preparing'].includes(order.status) &&
    ['delivery', 'pickup', 'dine_in'].includes(order.fulfillment_type);
  const mayRefund = mayGive && order.status === 'completed' && order.fulfillment_type !== 'voucher';
  return (
    <Space wrap className="store-tools" data-testid="store-tools">
      {mayDelay && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: delays.map((minutes) => ({
              key: String(minutes),
              label: <span data-testid={`delay-${minutes}`}>{text('delay.by', { minutes })}</span>,
            })),
            onClick: ({ key }) =>
              void send(order.id, { command: 'delay', minutes: Number(key) }).catch(() => undefined),
          }}
        >
          <Button icon={<ClockCircleOutlined />} loading={busyId === order.id} data-testid="order-delay">
            {text('delay.button')}
          </Button>
        </Dropdown>
      )}
      {mayEdit && (
        <Button icon={<EditOutlined />} data-testid="order-edit" onClick={() => setDialog('edit')}>
          {text('edit_order.button')}
        </Button>
      )}
      {mayRefund && (
        <Button icon={<UndoOutlined />} data-testid="order-refund" onClick={() => setDialog('refund')}>
          {text('give_refund.button')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'printer', label: <span data-testid="print-printer">{text('print.printer')}</span> },
            { key: 'browser', label: <span data-testid="print-browser">{text('print.browser')}</span> },
          ],
          onClick: ({ key }) => (key === 'printer' ? print.mutate() : setDialog('ticket')),
        }}
      >
        <Button icon={<PrinterOutlined />} loading={print.isPending} data-testid="order-print">
          {text('print.button')}
        </Button>
      </Dropdown>
      <Button
        icon={<CustomerServiceOutlined />}
        data-testid="order-ask-support"
        onClick={() => void navigate(`/tickets?new&order=${order.id}&number=${order.number}`)}
      >
        {text('tickets.ask')}
      </Button>
      <EditOrderModal page={page} open={dialog === 'edit'} onClose={() => setDialog(undefined)} />
      <GiveRefundModal page={page} open={dialog === 'refund'} onClose={() => setDialog(undefined)} />
      {dialog === 'ticket' && <TicketSheet page={page} onDone={() => setDialog(undefined)} />}
    </Space>
  );
}
