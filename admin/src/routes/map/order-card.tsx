import { Button, Checkbox } from 'antd';
import { ClockTime } from '../../components/clock-time.tsx';
import { DispatchActions } from '../../components/dispatch/dispatch-actions.tsx';
import { RiskMark } from '../../components/risk-mark.tsx';
import { DeliveryStatusTag, OrderStatusTag } from '../../components/status-tag.tsx';
import { isMovable } from '../../lib/board-lane.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { OrderFacts } from './order-facts.tsx';
import { orderDragType } from './order-drag.ts';
import type { RiskyOrder } from './risky-order.ts';

type Props = {
  order: RiskyOrder;
  nameOf: (riderId: string) => string;
  isActive: boolean;
  isPicked: boolean;
  onSelect: () => void;
  onPick: (isPicked: boolean) => void;
  onDetails: () => void;
};

/** One open order on the board: draggable onto a rider while its task can change hands; opened, it says more. */
export function OrderCard({ order, nameOf, isActive, isPicked, onSelect, onPick, onDetails }: Props) {
  const text = useText();
  const locale = useLocale();
  const { delivery } = order;
  const movable = isMovable(delivery?.status);
  const riderId = delivery?.rider_id ?? delivery?.offer?.rider_id;
  return (
    <li
      id={`live-${order.id}`}
      className={isActive ? 'live-entry live-entry-active' : 'live-entry'}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData(orderDragType, order.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <div className="live-entry-row">
        {movable && (
          <Checkbox
            checked={isPicked}
            aria-label={text('board.select', { number: order.number.slice(-4) })}
            data-testid="order-pick"
            onChange={(event) => onPick(event.target.checked)}
          />
        )}
        <button
          type="button"
          className="live-entry-open"
          aria-expanded={isActive}
          data-testid="live-order"
          data-order-id={order.id}
          data-status={order.status}
          data-delivery-status={delivery?.status}
          onClick={onSelect}
        >
          <span className="live-entry-head">
            <strong className="tabular">#{order.number.slice(-4)}</strong>
            <span className="clip">{localName(order.store, locale)}</span>
            {order.risk !== 'ok' && <RiskMark risk={order.risk} />}
          </span>
          <span className="live-entry-foot">
            {delivery ? (
              <DeliveryStatusTag status={delivery.status} />
            ) : (
              <OrderStatusTag status={order.status} />
            )}
            <span className="muted clip">{riderId && nameOf(riderId)}</span>
            <span className="push muted">
              {text('map.promised')} <ClockTime at={order.dropoff_expected_at} />
            </span>
          </span>
        </button>
      </div>
      {isActive && (
        <div className="live-entry-more" data-testid="order-more">
          {delivery && <OrderFacts order={order} delivery={delivery} nameOf={nameOf} />}
          <div className="live-entry-tools">
            <DispatchActions order={order} nameOf={nameOf} size="small" />
            <Button size="small" type="link" data-testid="order-details" onClick={onDetails}>
              {text('board.details')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
