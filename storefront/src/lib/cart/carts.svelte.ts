import type { MenuProduct } from '#lib/catalog/types.ts';
import { readStored, writeStored } from '#lib/platform/stored.ts';
import type { StoreDetail } from '#lib/store/types.ts';
import { addLine, setQuantity } from './cart-maths.ts';
import { refreshLines } from './refresh-lines.ts';
import type { Cart, CartLine } from './types.ts';

const key = 'linli.carts';

type CartStore = Pick<StoreDetail, 'id' | 'name' | 'translations' | 'category_slug' | 'currency'>;

/** One cart per store, kept in this browser: they outlive a reload and signing in, and follow other tabs. */
class Carts {
  #byStore = $state.raw<Record<string, Cart>>({});

  /** Takes up what was kept; call once. */
  open(): void {
    this.#byStore = readStored<Record<string, Cart>>(key) ?? {};
    window.addEventListener('storage', (event) => {
      if (event.key === key) this.#byStore = readStored<Record<string, Cart>>(key) ?? {};
    });
  }

  /** The cart of a store, if it holds anything. */
  of(storeId: string): Cart | undefined {
    return this.#byStore[storeId];
  }

  linesOf(storeId: string): CartLine[] {
    return this.#byStore[storeId]?.lines ?? [];
  }

  add(store: CartStore, line: CartLine): void {
    this.#write(store.id, {
      storeId: store.id,
      storeName: store.name,
      storeTranslations: store.translations,
      categorySlug: store.category_slug,
      currency: store.currency,
      lines: addLine(this.linesOf(store.id), line),
    });
  }

  setQuantity(storeId: string, lineKey: string, quantity: number): void {
    const cart = this.#byStore[storeId];
    if (cart) this.#write(storeId, { ...cart, lines: setQuantity(cart.lines, lineKey, quantity) });
  }

  /** Brings names, prices and availability up to date with the menu. */
  refresh(storeId: string, products: readonly MenuProduct[]): void {
    const cart = this.#byStore[storeId];
    if (cart) this.#write(storeId, { ...cart, lines: refreshLines(cart.lines, products) });
  }

  clear(storeId: string): void {
    this.#write(storeId, undefined);
  }

  #write(storeId: string, cart: Cart | undefined): void {
    const { [storeId]: _old, ...others } = this.#byStore;
    this.#byStore = cart && cart.lines.length > 0 ? { ...others, [storeId]: cart } : others;
    writeStored(key, this.#byStore);
  }
}

export const carts = new Carts();
