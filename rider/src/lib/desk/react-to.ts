import * as m from '#lib/paraglide/messages.js';
import type { App } from '#lib/platform/app.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import type { LiveListener } from './listen.ts';

/** What an event does here: it is heard and told where the rider must know, and the screen is read anew. */
export function reactTo({ notices, sounds }: App, desk: Desk): LiveListener {
  const numberOf = (deliveryId: string) =>
    desk.home?.deliveries.find((task) => task.id === deliveryId)?.number ?? null;
  const lose = (deliveryId: string, tell: (inputs: { number: string }) => string) => {
    const number = numberOf(deliveryId);
    if (number === null) return;
    sounds.play('cancel');
    notices.show(tell({ number }), 'warning');
  };
  return {
    onConnected: () => void desk.load(),
    onSettled: () => void desk.load(),
    onOfferCreated: () => void desk.load(),
    onOfferClosed: ({ offer_id, status }) => {
      const wasShown = desk.home?.offers.some((offer) => offer.id === offer_id);
      if (wasShown && (status === 'expired' || status === 'withdrawn')) {
        sounds.play('cancel');
        notices.show(m.offer_closed(), 'warning');
      }
      void desk.load();
    },
    onDeliveryUpdated: ({ delivery_id, status }) => {
      if (status === 'cancelled') lose(delivery_id, m.notice_cancelled);
      void desk.load();
    },
    onDeliveryUnassigned: ({ delivery_id }) => {
      lose(delivery_id, m.notice_reassigned);
      void desk.load();
    },
    onMessage: ({ title }) => {
      sounds.play('message');
      notices.show(title ?? m.notice_message());
    },
  };
}
