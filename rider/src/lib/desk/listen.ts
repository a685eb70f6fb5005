import type { LinliClient } from '@linli/database';

/** What the platform tells a rider by itself. */
export interface LiveListener {
  /** The line stands (again): whatever happened meanwhile was missed. */
  onConnected: () => void;
  /** A moment after the last event: a broadcast can overtake the commit that it tells of. */
  onSettled: () => void;
  onOfferCreated: () => void;
  onOfferClosed: (payload: { offer_id: string; status: string }) => void;
  onDeliveryUpdated: (payload: { delivery_id: string; status: string }) => void;
  onDeliveryUnassigned: (payload: { delivery_id: string }) => void;
  onMessage: (payload: { title?: string }) => void;
}

/** How long after its broadcast a change can surely be read (milliseconds). */
const settleAfter = 700;

/** Listens on the rider's private topics until the answered function is called. */
export function listen(client: LinliClient, riderId: string, listener: LiveListener): () => void {
  const options = { config: { private: true } };
  let settling: ReturnType<typeof setTimeout> | undefined;
  const rider = client
    .channel(`rider:${riderId}`, options)
    .on('broadcast', { event: '*' }, () => {
      clearTimeout(settling);
      settling = setTimeout(() => listener.onSettled(), settleAfter);
    })
    .on('broadcast', { event: 'offer.created' }, () => listener.onOfferCreated())
    .on('broadcast', { event: 'offer.closed' }, ({ payload }) => listener.onOfferClosed(payload))
    .on('broadcast', { event: 'delivery.updated' }, ({ payload }) => listener.onDeliveryUpdated(payload))
    .on('broadcast', { event: 'delivery.unassigned' }, ({ payload }) =>
      listener.onDeliveryUnassigned(payload),
    );
  const person = client
    .channel(`user:${riderId}`, options)
    .on('broadcast', { event: 'notification.created' }, ({ payload }) => listener.onMessage(payload));
  rider.subscribe((status) => {
    if (status === 'SUBSCRIBED') listener.onConnected();
  });
  person.subscribe();
  return () => {
    clearTimeout(settling);
    void client.removeChannel(rider);
    void client.removeChannel(person);
  };
}
