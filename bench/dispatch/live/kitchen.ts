import type { Chance } from './chance.ts';
import type { Crew } from './make-crew.ts';
import type { SimDatabase } from './sim-database.ts';

/** An order on its way through the kitchen; seconds since 1970. */
interface Cooking {
  orderId: string;
  acceptsAt: number;
  readyAt: number | null;
  isAccepted: boolean;
}

/** Customers who order and pay, and kitchens that accept and cook. Kitchens take longer than they say. */
export class Kitchen {
  readonly cooking: Cooking[] = [];
  readonly orders: string[] = [];
  refused: Record<string, number> = {};
  readonly #db: SimDatabase;
  readonly #crew: Crew;
  readonly #chance: Chance;

  constructor(db: SimDatabase, crew: Crew, chance: Chance) {
    this.#db = db;
    this.#crew = crew;
    this.#chance = chance;
  }

  /** One customer tries to order; answers the order's id, or null when the shop says no. */
  async order(): Promise<string | null> {
    const db = this.#db;
    const person = this.#chance.pick(this.#crew.customers);
    const store = this.#chance.pick(this.#crew.stores);
    const product = store.products[this.#chance.below(Math.min(3, store.products.length))];
    try {
      const orderId = await db.call<string>(
        { person },
        `select public.place_order((public.quote_order($1,
           jsonb_build_array(jsonb_build_object('product_id', $2::uuid, 'quantity', 3)), 'delivery',
           extensions.uuid_generate_v5(auth.uid(), 'home')) ->> 'id')::uuid, 'order-' || gen_random_uuid()) ->> 'id'`,
        store.id,
        product,
      );
      const charge = await db.call<{ out_trade_no: string; amount_cents: number }>(
        { person },
        `select public.create_payment($1, 'wechat_pay')`,
        orderId,
      );
      await db.call(
        'service_role',
        `select public.record_payment_event('wechat_pay', 'paid-' || $1::text, 'captured', $2, 'tx-' || $1::text, $3, now())`,
        orderId,
        charge.out_trade_no,
        charge.amount_cents,
      );
      this.orders.push(orderId);
      this.cooking.push({
        orderId,
        acceptsAt: db.now + 15 + this.#chance.below(60),
        readyAt: null,
        isAccepted: false,
      });
      return orderId;
    } catch (error) {
      this.#refuse(error as Error);
      return null;
    }
  }

  /** Accepts what was paid and packs what is cooked. */
  async work(): Promise<void> {
    const db = this.#db;
    const person = this.#crew.staff;
    for (const one of [...this.cooking]) {
      if (!one.isAccepted && one.acceptsAt <= db.now) {
        const isIn = await db
          .call<number>(
            { person },
            `select (public.accept_order($1::uuid, 'accept-' || $1::uuid) is not null)::int`,
            one.orderId,
          )
          .catch((error: Error) => this.#refuse(error));
        const minutes = await db.call<number>(
          'postgres',
          `select s.preparation_minutes from public.orders o join public.stores s on s.id = o.store_id where o.id = $1`,
          one.orderId,
        );
        one.isAccepted = true;
        one.readyAt = db.now + minutes * 60 * 1.15 * this.#chance.logNormal(0.25);
        if (!isIn) this.#forget(one);
      } else if (one.readyAt !== null && one.readyAt <= db.now) {
        await db
          .call({ person }, `select public.mark_order_ready($1::uuid, 'ready-' || $1::uuid)`, one.orderId)
          .catch((error: Error) => this.#refuse(error));
        this.#forget(one);
      }
    }
  }

  #refuse({ message }: Error): number {
    this.refused[message] = (this.refused[message] ?? 0) + 1;
    return 0;
  }

  #forget(one: Cooking): void {
    this.cooking.splice(this.cooking.indexOf(one), 1);
  }
}
