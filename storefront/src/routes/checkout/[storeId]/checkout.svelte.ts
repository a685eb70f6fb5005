import { toDomainError, type DomainError, type Tables } from '@linli/database';
import { carts } from '#lib/cart/carts.svelte.ts';
import { orderable, quoteItems } from '#lib/cart/cart-maths.ts';
import { listAddresses } from '#lib/identity/list-addresses.ts';
import { place } from '#lib/map/place.svelte.ts';
import { dropPlacement, keepPlacement, readPlacement, type Placement } from '#lib/order/placement.ts';
import { placeOrder } from '#lib/order/place-order.ts';
import { quoteOrder } from '#lib/order/quote-order.ts';
import type { FulfillmentType, OrderAnswer, Quote } from '#lib/order/types.ts';
import { Loaded } from '#lib/platform/loaded.svelte.ts';

/** Renew a quote this long before it runs out (milliseconds). */
const renewBefore = 20_000;

/** Errors after which the same request may or may not have reached the database. */
const isUncertain = (error: DomainError) => error.key === 'platform.offline' || error.status >= 500;

/** What is being ordered from one store, its live quote, and placing it exactly once. */
export class Checkout {
  readonly storeId: string;
  fulfillment = $state<FulfillmentType>('delivery');
  addressId = $state<string | undefined>();
  note = $state('');
  tipCents = $state(0);
  isPlacing = $state(false);
  problem = $state.raw<DomainError | undefined>();
  readonly addresses = new Loaded<Tables<'addresses'>[]>();
  readonly quote = new Loaded<Quote>();

  readonly lines = $derived.by(() => orderable(carts.linesOf(this.storeId)));
  readonly address = $derived(this.addresses.data?.find((address) => address.id === this.addressId));
  readonly isReady = $derived(
    this.lines.length > 0 && (this.fulfillment === 'pickup' || this.addressId !== undefined),
  );
  /** Everything that decides the price; another fingerprint is another order. */
  readonly fingerprint = $derived(
    JSON.stringify([
      quoteItems(this.lines),
      this.fulfillment,
      this.fulfillment === 'delivery' ? this.addressId : null,
      this.fulfillment === 'delivery' ? this.tipCents : 0,
    ]),
  );
  #quotedFingerprint = $state('');
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(storeId: string, fulfillment: FulfillmentType) {
    this.storeId = storeId;
    this.fulfillment = fulfillment;
  }

  /** Loads the address book and picks: where the customer looked from, else the default, else the first. */
  async loadAddresses(): Promise<void> {
    await this.addresses.run(listAddresses);
    const known = this.addresses.data ?? [];
    if (known.some((address) => address.id === this.addressId)) return;
    const wanted =
      known.find((address) => address.id === place.current?.addressId) ??
      known.find((address) => address.is_default) ??
      known[0];
    this.addressId = wanted?.id;
  }

  /** Asks for the price of what is wanted now, and again shortly before that price runs out. */
  async requote(): Promise<void> {
    clearTimeout(this.#renewal);
    if (!this.isReady || this.isPlacing) return;
    const { fingerprint } = this;
    await this.quote.run(() =>
      quoteOrder({
        storeId: this.storeId,
        lines: this.lines,
        fulfillment: this.fulfillment,
        ...(this.addressId === undefined ? {} : { addressId: this.addressId }),
        tipCents: this.fulfillment === 'delivery' ? this.tipCents : 0,
      }),
    );
    this.#quotedFingerprint = fingerprint;
    const expiresAt = this.quote.data?.expires_at;
    if (expiresAt && !this.quote.error) {
      const wait = Math.max(1000, Date.parse(expiresAt) - Date.now() - renewBefore);
      this.#renewal = setTimeout(() => void this.requote(), wait);
    }
  }

  /** Whether the quote on screen is the price of what is wanted now. */
  get isQuoteCurrent(): boolean {
    return this.quote.data !== undefined && !this.quote.error && this.#quotedFingerprint === this.fingerprint;
  }

  /** An order of this very cart that was sent before a reload and never answered. */
  unanswered(): Placement | undefined {
    const placement = readPlacement(this.storeId);
    return placement?.fingerprint === this.fingerprint ? placement : undefined;
  }

  /**
   * Places the order: an unanswered one again with its own key, else the quote on screen. Empties the cart when it
   * is answered. `undefined` when it failed; `problem` says why.
   */
  async place(): Promise<OrderAnswer | undefined> {
    const quote = this.quote.data;
    if (this.isPlacing || (!quote && !this.unanswered())) return undefined;
    this.isPlacing = true;
    this.problem = undefined;
    const placement =
      this.unanswered() ??
      keepPlacement(this.storeId, {
        quoteId: quote?.id ?? '',
        note: this.note.trim(),
        fingerprint: this.fingerprint,
      });
    try {
      const order = await placeOrder(placement);
      dropPlacement(this.storeId);
      carts.clear(this.storeId);
      return order;
    } catch (error) {
      this.problem = toDomainError(error);
      this.isPlacing = false;
      if (!isUncertain(this.problem)) {
        dropPlacement(this.storeId);
        await this.requote();
      }
      return undefined;
    }
  }

  /** Stops renewing. */
  close(): void {
    clearTimeout(this.#renewal);
  }
}
