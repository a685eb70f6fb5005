import { Descriptions } from 'antd';
import { useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { ClockTime } from '../clock-time.tsx';
import { DeliveryStatusTag } from '../status-tag.tsx';

/** Where the order goes, to whom, and who carries it. */
export function OrderDelivery({ page }: { page: OrderPage }) {
  const text = useText();
  const { contact, delivery, order } = page;
  const promised = order.fulfillment_type === 'pickup' ? order.pickup_expected_at : order.dropoff_expected_at;
  return (
    <Descriptions
      column={1}
      size="small"
      className="facts"
      items={[
        {
          key: 'way',
          label: text('order.way'),
          children: text(`fulfillment_type.${order.fulfillment_type}`),
        },
        { key: 'promised', label: text('order.promised'), children: <ClockTime at={promised} /> },
        ...(contact
          ? [
              {
                key: 'contact',
                label: text('order.customer'),
                children: `${contact.contact_name} ${contact.contact_phone}`,
              },
              {
                key: 'address',
                label: text('order.address'),
                children: `${contact.street} ${contact.detail}`.trim(),
              },
            ]
          : []),
        ...(delivery
          ? [
              {
                key: 'delivery',
                label: text('order.delivery'),
                children: (
                  <span data-testid="delivery-status" data-status={delivery.status}>
                    <DeliveryStatusTag status={delivery.status} />
                  </span>
                ),
              },
            ]
          : []),
        ...(delivery?.rider
          ? [
              {
                key: 'rider',
                label: text('order.rider'),
                children: `${delivery.rider.display_name} ${delivery.rider.phone} · ${text(
                  `vehicle.${delivery.rider.vehicle as 'bike'}`,
                )}`,
              },
            ]
          : []),
        ...(order.note === ''
          ? []
          : [
              {
                key: 'note',
                label: text('order.note'),
                children: <span className="note">{order.note}</span>,
              },
            ]),
      ]}
    />
  );
}
