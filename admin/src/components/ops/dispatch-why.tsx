import { readWhy } from '../../lib/dispatch-why.ts';
import { useText } from '../../providers/use-text.ts';
import { useDeliveryOffers } from '../../queries/dispatch/use-delivery-offers.ts';
import { useRiders } from '../../queries/dispatch/use-riders.ts';
import { WhyText } from '../dispatch/why-text.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { ToneTag } from '../status-tag.tsx';

type Props = { cityId: string; orderId: string; deliveryId: string };

const tones = {
  offered: 'accent',
  accepted: 'success',
  declined: 'danger',
  expired: 'quiet',
  withdrawn: 'quiet',
} as const;

/** Why this rider: each offer with what spoke for them and against the next best. */
export function DispatchWhy({ cityId, orderId, deliveryId }: Props) {
  const text = useText();
  const offers = useDeliveryOffers(orderId, deliveryId).data;
  const riders = useRiders(cityId).data ?? [];
  const nameOf = (id: string): string => riders.find((rider) => rider.id === id)?.display_name ?? '–';
  if (offers === undefined) return null;
  return (
    <section data-testid="dispatch-why">
      <h3>{text('why.title')}</h3>
      {offers.length === 0 && <p className="muted">{text('why.none')}</p>}
      <ol className="why-list">
        {offers.map((offer) => {
          const why = readWhy(offer.explanation);
          return (
            <li key={offer.id}>
              <p className="why-head">
                <strong>{nameOf(offer.rider_id)}</strong>
                <ToneTag tone={tones[offer.status]}>{text(`offer_status.${offer.status}`)}</ToneTag>
                <span className="push muted">
                  <RelativeTime at={offer.created_at} />
                </span>
              </p>
              {why && <WhyText why={why} nameOf={nameOf} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
