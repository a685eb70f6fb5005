import { untrack } from 'svelte';
import type { Offer } from '#lib/desk/rider-home.ts';
import { loadClockSkew } from '#lib/platform/load-clock-skew.ts';
import type { Sounds } from '#lib/sound/sounds.svelte.ts';
import { countdown } from './countdown.ts';

const tickMs = 250;
const ringMs = 5_000;

/** The offers that are still open, by the platform's clock, ringing until each is answered. Create it while a component is set up. */
export class OfferAlarm {
  /** The platform's time, milliseconds; it moves only while something is on offer. */
  now = $state(Date.now());
  #skew = 0;
  readonly #offers: () => Offer[];
  readonly open = $derived.by(() =>
    this.#offers().filter(
      (offer) => !countdown(Date.parse(offer.created_at), Date.parse(offer.expires_at), this.now).isOver,
    ),
  );
  readonly #first = $derived(this.open[0]?.id);

  /** `onOver` runs when the time of an offer that was shown has run out unanswered. */
  constructor(offers: () => Offer[], sounds: Sounds, onOver: () => void) {
    this.#offers = offers;
    void loadClockSkew().then((skew) => {
      this.#skew = skew;
    });
    const hasOffers = $derived(offers().length > 0);
    $effect(() => {
      if (!hasOffers) return;
      const tick = () => {
        this.now = Date.now() + this.#skew;
      };
      tick();
      const timer = setInterval(tick, tickMs);
      return () => clearInterval(timer);
    });
    let shown: string[] = [];
    $effect(() => {
      const open = this.open.map((offer) => offer.id);
      const listed = offers().map((offer) => offer.id);
      const isOver = shown.some((id) => !open.includes(id) && listed.includes(id));
      shown = open;
      if (isOver) untrack(onOver);
    });
    $effect(() => {
      if (this.#first === undefined) return;
      untrack(() => sounds.play('offer'));
      const timer = setInterval(() => sounds.play('offer'), ringMs);
      return () => clearInterval(timer);
    });
  }
}
