import {
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Dialect,
  type Driver,
  type Kysely,
  type TransactionSettings,
} from 'kysely';
import { Slot, sqlError, type SlotOptions } from './slot.ts';

export interface SlotPoolOptions extends SlotOptions {
  /** Connections at most. */
  max: number;
  /** How long a request may wait for a free connection. */
  acquireTimeoutMs: number;
}

interface Waiter {
  resolve(slot: Slot): void;
  timer: NodeJS.Timeout;
}

/** Kysely driver over single connections that are replaced when they break, so the pool never shrinks. */
class SlotDriver extends PostgresDriver implements Driver {
  readonly #options: SlotPoolOptions;
  readonly #idle: Slot[] = [];
  readonly #waiters: Waiter[] = [];
  #count = 0;

  constructor(options: SlotPoolOptions) {
    super({ pool: undefined as never });
    this.#options = options;
  }

  override async init(): Promise<void> {}

  override async acquireConnection(): Promise<never> {
    return (await this.#take()) as never;
  }

  override async beginTransaction(connection: never, settings: TransactionSettings): Promise<void> {
    try {
      await super.beginTransaction(connection, settings);
    } catch (error) {
      (connection as Slot).dead = true;
      throw error;
    }
  }

  override async rollbackTransaction(connection: never): Promise<void> {
    const slot = connection as Slot;
    if (slot.dead) return;
    try {
      await super.rollbackTransaction(connection);
    } catch {
      slot.dead = true;
    }
  }

  override async releaseConnection(connection: never): Promise<void> {
    let slot: Slot | null = connection as Slot;
    if (slot.dead) {
      this.#count--;
      void slot.close();
      slot = this.#waiters.length > 0 ? this.#open() : null;
      if (!slot) return;
    }
    const waiter = this.#waiters.shift();
    if (!waiter) {
      this.#idle.push(slot);
      return;
    }
    clearTimeout(waiter.timer);
    waiter.resolve(slot);
  }

  override async destroy(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((slot) => slot.close()));
  }

  #open(): Slot {
    this.#count++;
    return new Slot(this.#options);
  }

  #take(): Promise<Slot> {
    const free = this.#idle.pop();
    if (free) return Promise.resolve(free);
    if (this.#count < this.#options.max) return Promise.resolve(this.#open());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(sqlError('53300', 'Timed out acquiring connection from connection pool.'));
      }, this.#options.acquireTimeoutMs);
      const waiter: Waiter = { resolve, timer };
      this.#waiters.push(waiter);
    });
  }
}

export function slotDialect(options: SlotPoolOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SlotDriver(options),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db as never),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
