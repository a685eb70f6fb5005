import { ClockTime } from '../../components/clock-time.tsx';
import { RiskMark } from '../../components/risk-mark.tsx';
import { DeliveryStatusTag, OrderStatusTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { RiskyOrder } from './live-panel.tsx';

type Props = { order: RiskyOrder; riderName: string | undefined; isActive: boolean; onOpen: () => void };

/** One open order in the list beside the map. */
export function OrderEntry({ order, riderName, isActive, onOpen }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <li id={`live-${order.id}`}>
      <button
        type="button"
        className={isActive ? 'live-entry live-entry-active' : 'live-entry'}
        data-testid="live-order"
        data-order-id={order.id}
        data-status={order.status}
        data-delivery-status={order.delivery?.status}
        onClick={onOpen}
      >
        <span className="live-entry-head">
          <strong className="tabular">#{order.number.slice(-4)}</strong>
          <span className="clip">{localName(order.store, locale)}</span>
          {order.risk !== 'ok' && <RiskMark risk={order.risk} />}
        </span>
        <span className="live-entry-foot">
          {order.delivery ? (
            <DeliveryStatusTag status={order.delivery.status} />
          ) : (
            <OrderStatusTag status={order.status} />
          )}
          <span className="muted clip">{riderName}</span>
          <span className="push muted">
            {text('map.promised')} <ClockTime at={order.dropoff_expected_at} />
          </span>
        </span>
      </button>
    </li>
  );
}
