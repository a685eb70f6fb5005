import type { LinliClient } from '@linli/database';

/** What the platform tells a rider by itself. */
export interface LiveListener {
  /** The line stands (again): whatever happened meanwhile was missed. */
  onConnected: () => void;
  onOfferCreated: () => void;
  onOfferClosed: (payload: { offer_id: string; status: string }) => void;
  onDeliveryUpdated: (payload: { delivery_id: string; status: string }) => void;
  onDeliveryUnassigned: (payload: { delivery_id: string }) => void;
  onMessage: (payload: { title?: string }) => void;
}

/** Listens on the rider's private topics until the answered function is called. */
export function listen(client: LinliClient, riderId: string, listener: LiveListener): () => void {
  const options = { config: { private: true } };
  const rider = client
    .channel(`rider:${riderId}`, options)
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
    void client.removeChannel(rider);
    void client.removeChannel(person);
  };
}
