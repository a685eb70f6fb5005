import { toDomainError, type DomainError } from '@linli/database';
import { findStores, storesPerPage, type StoreSearch } from './find-stores.ts';
import type { StoreCard } from './types.ts';

/** A list of stores that grows page by page. */
export class StoreList {
  stores = $state.raw<StoreCard[]>([]);
  error = $state.raw<DomainError | undefined>();
  isLoading = $state(true);
  isComplete = $state(false);
  #search: StoreSearch | undefined;
  #turn = 0;

  /** Begins a new list. */
  async start(search: StoreSearch): Promise<void> {
    this.#turn += 1;
    this.#search = search;
    this.isLoading = false;
    this.isComplete = false;
    this.stores = [];
    await this.more();
  }

  /** Adds the next page; does nothing while one is on its way or when all are shown. */
  async more(): Promise<void> {
    if (this.#search === undefined || this.isLoading || this.isComplete) return;
    const turn = this.#turn;
    this.isLoading = true;
    this.error = undefined;
    try {
      const page = await findStores(this.#search, this.stores.at(-1)?.page_cursor);
      if (turn !== this.#turn) return;
      const known = this.stores.map((store) => store.id);
      this.stores = [...this.stores, ...page.filter((store) => !known.includes(store.id))];
      this.isComplete = page.length < storesPerPage;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = toDomainError(error);
    }
    this.isLoading = false;
  }
}
