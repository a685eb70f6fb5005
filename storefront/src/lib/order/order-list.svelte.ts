import { toDomainError, type DomainError } from '@linli/database';
import { listOrders, ordersPerPage } from './list-orders.ts';
import type { OrderRow } from './types.ts';

/** One's own orders, newest first, growing page by page. */
export class OrderList {
  orders = $state.raw<OrderRow[]>([]);
  error = $state.raw<DomainError | undefined>();
  isLoading = $state(true);
  isComplete = $state(false);
  #userId: string | undefined;
  #turn = 0;

  /** Takes the newest page again and lays it over what is shown; for another person it begins anew. */
  async refresh(userId: string): Promise<void> {
    if (userId !== this.#userId) {
      this.orders = [];
      this.isComplete = false;
    }
    this.#userId = userId;
    await this.#run(userId, [], (page) => {
      const fresh = page.map((order) => order.id);
      if (this.orders.length === 0) this.isComplete = page.length < ordersPerPage;
      this.orders = [...page, ...this.orders.filter((order) => !fresh.includes(order.id))];
    });
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    if (this.#userId === undefined || this.isLoading || this.isComplete) return;
    await this.#run(this.#userId, this.orders, (page) => {
      this.orders = [...this.orders, ...page];
      this.isComplete = page.length < ordersPerPage;
    });
  }

  async #run(userId: string, shown: readonly OrderRow[], take: (page: OrderRow[]) => void): Promise<void> {
    const turn = ++this.#turn;
    this.isLoading = true;
    try {
      const page = await listOrders(userId, shown);
      if (turn !== this.#turn) return;
      this.error = undefined;
      take(page);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = toDomainError(error);
    }
    this.isLoading = false;
  }
}
