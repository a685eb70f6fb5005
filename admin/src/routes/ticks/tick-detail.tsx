import { Skeleton } from 'antd';
import { ClockTime } from '../../components/clock-time.tsx';
import { WhyText } from '../../components/dispatch/why-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { readWhy } from '../../lib/dispatch-why.ts';
import { useText } from '../../providers/use-text.ts';
import { useDeliveryNumbers } from '../../queries/dispatch/use-delivery-numbers.ts';
import { useRiders } from '../../queries/dispatch/use-riders.ts';
import { useTick } from '../../queries/dispatch/use-tick.ts';

/** One round: the offers it made with their reasons, what it held back and why. */
export function TickDetail({ tickId, cityId }: { tickId: string; cityId: string }) {
  const text = useText();
  const query = useTick(tickId);
  const riders = useRiders(cityId).data ?? [];
  const plan = query.data?.plan;
  const ids = [...(plan?.offers ?? []), ...(plan?.held ?? [])].map((one) => one.delivery_id);
  const numbers = useDeliveryNumbers(ids).data;
  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const { snapshot, result } = query.data;
  const nameOf = (id: string): string => riders.find((rider) => rider.id === id)?.display_name ?? '–';
  const numberOf = (id: string): string => `#${numbers?.get(id)?.slice(-4) ?? '····'}`;
  return (
    <div
      className="order-drawer"
      tabIndex={0}
      role="region"
      aria-label={text('ticks.title')}
      data-testid="tick-detail"
    >
      <p className="muted">
        {text('ticks.saw', { tasks: snapshot.deliveries.length, riders: snapshot.riders.length })}
      </p>
      <section>
        <h3>{text('ticks.offers', { amount: plan?.offers.length ?? 0 })}</h3>
        <ol className="why-list">
          {plan?.offers.map((offer) => {
            const why = readWhy(offer.explanation);
            const outcome = result?.find((one) => one.delivery_id === offer.delivery_id)?.outcome;
            return (
              <li key={offer.delivery_id}>
                <p className="why-head">
                  <strong className="tabular">{numberOf(offer.delivery_id)}</strong> →{' '}
                  <strong>{nameOf(offer.rider_id)}</strong>
                  {outcome !== undefined && (
                    <ToneTag tone={outcome === 'offered' ? 'success' : 'quiet'}>
                      {text(`tick_outcome.${outcome as 'offered'}`)}
                    </ToneTag>
                  )}
                </p>
                {why && <WhyText why={why} nameOf={nameOf} />}
              </li>
            );
          })}
        </ol>
      </section>
      <section>
        <h3>{text('ticks.held_back', { amount: plan?.held.length ?? 0 })}</h3>
        <ul className="change-list">
          {plan?.held.map((held) => (
            <li key={held.delivery_id}>
              <strong className="tabular">{numberOf(held.delivery_id)}</strong> {text(held.key)}
              {held.rider_id !== null && ` ${text('board.planned_for', { name: nameOf(held.rider_id) })}`}
              {held.until !== null && (
                <>
                  {' · '}
                  <ClockTime at={held.until} />
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
