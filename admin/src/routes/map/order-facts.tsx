import { ClockTime } from '../../components/clock-time.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { useClock } from '../../components/use-clock.ts';
import { minutesOf } from '../../lib/minutes-of.ts';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import type { MapDelivery } from '../../queries/dispatch/use-ops-map.ts';
import type { RiskyOrder } from './risky-order.ts';

type Props = { order: RiskyOrder; delivery: MapDelivery; nameOf: (riderId: string) => string };

/** How a task stands: its times, whom dispatch asks or plans, what is in the way. */
export function OrderFacts({ order, delivery, nameOf }: Props) {
  const text = useText();
  const clock = useClock();
  const reasonText = useReasonText();
  const now = useNow(1000);
  const late = minutesOf(order.dropoff_expected_at, delivery.eta_p90_at);
  const { incident, offer } = delivery;
  const { held } = order;
  return (
    <>
      <dl className="order-facts">
        <div>
          <dt>{text('board.ready')}</dt>
          <dd>
            <ClockTime at={delivery.ready_expected_at} />
          </dd>
        </div>
        <div>
          <dt>{text('board.eta')}</dt>
          <dd className="tabular">
            {clock(delivery.eta_p50_at)}–{clock(delivery.eta_p90_at)}
          </dd>
        </div>
        <div>
          <dt>{text('map.promised')}</dt>
          <dd>
            <ClockTime at={order.dropoff_expected_at} />
          </dd>
        </div>
      </dl>
      {incident && (
        <p className="danger-text">
          {text('resolve.reported', {
            name: delivery.rider_id ? nameOf(delivery.rider_id) : '–',
            reason: reasonText(incident.reason_code),
          })}
          {incident.note !== '' && ` · ${incident.note}`}
        </p>
      )}
      {late > 0 && delivery.eta_p90_at && (
        <p className="muted">{text('board.p90_late', { time: clock(delivery.eta_p90_at), amount: late })}</p>
      )}
      {offer && (
        <p className="muted">
          {text('board.asking', {
            name: nameOf(offer.rider_id),
            seconds: Math.max(0, Math.round((Date.parse(offer.expires_at) - now) / 1000)),
          })}
        </p>
      )}
      {delivery.status === 'unassigned' && held && (
        <p className="muted">
          {text(held.key as 'dispatch.held.no_rider')}
          {held.rider_id && ` ${text('board.planned_for', { name: nameOf(held.rider_id) })}`}
          {held.until && ` · ${clock(held.until)}`}
        </p>
      )}
      {delivery.pinned_rider_id && (
        <p className="muted">{text('board.pinned', { name: nameOf(delivery.pinned_rider_id) })}</p>
      )}
      {delivery.excluded_rider_ids.length > 0 && (
        <p className="muted">
          {text('board.excluded', { names: delivery.excluded_rider_ids.map(nameOf).join(', ') })}
        </p>
      )}
    </>
  );
}
