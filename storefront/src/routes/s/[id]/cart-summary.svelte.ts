import { carts } from '#lib/cart/carts.svelte.ts';
import { pieceCount, subtotalCents } from '#lib/cart/cart-maths.ts';
import { missingToMinimum, spendAndSaveHint } from '#lib/cart/tier-hint.ts';
import { m } from '#lib/paraglide/messages.js';
import { money } from '#lib/platform/formats.ts';
import { minimumText } from '#lib/store/minimum-text.ts';
import type { StorePage } from '#lib/store/types.ts';

/** What the cart bar and the cart panel say about a store's cart. */
export class CartSummary {
  readonly #page: () => StorePage;
  readonly lines = $derived.by(() => carts.linesOf(this.#page().store.id));
  readonly count = $derived(pieceCount(this.lines));
  readonly subtotal = $derived(subtotalCents(this.lines));
  readonly saving = $derived.by(() => spendAndSaveHint(this.#page().promotions, this.subtotal));
  readonly missing = $derived.by(() =>
    missingToMinimum(this.#page().store.minimum_order_cents, this.subtotal),
  );
  readonly isOpen = $derived.by(() => this.#page().store.is_open);
  readonly canOrder = $derived(this.isOpen && this.subtotal > 0 && this.missing === 0);

  constructor(page: () => StorePage) {
    this.#page = page;
  }

  /** One line under the sum: the nearest thing that is worth knowing. */
  readonly hint = $derived.by(() => {
    const { currency } = this.#page().store;
    const { savedCents, next } = this.saving;
    if (next) {
      const params = {
        missing: money(next.missingCents, currency),
        amount: money(next.discountCents, currency),
      };
      return savedCents > 0
        ? m.cart_hint_saved_next({ saved: money(savedCents, currency), ...params })
        : m.cart_hint_next(params);
    }
    return savedCents > 0 ? m.cart_hint_saved({ saved: money(savedCents, currency) }) : '';
  });

  /** What the button says. */
  readonly action = $derived.by(() => {
    const { currency, minimum_order_cents: minimum } = this.#page().store;
    if (!this.isOpen) return m.store_closed();
    if (this.count === 0) return minimumText(minimum, currency);
    return this.missing > 0 ? m.cart_missing({ amount: money(this.missing, currency) }) : m.cart_checkout();
  });
}
