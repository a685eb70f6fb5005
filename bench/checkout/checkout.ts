import type pg from 'pg';
import { benchId } from './bench-id.ts';

/** One call of a checkout as the Data API makes it: who, and which function with which values. */
interface Call {
  claims: { role: string; sub?: string };
  name: string;
  text: string;
  values: unknown[];
}

/** Called within each of the four transactions of a checkout, before its commit. */
export type Witness = (client: pg.Client) => Promise<void>;

/**
 * Buyer `buyer` buys the three dishes of `basket`, with a coupon: quote, place, charge and the provider's capture,
 * each in a transaction of its own.
 */
export async function checkout(
  client: pg.Client,
  buyer: number,
  basket: number,
  witness?: Witness,
): Promise<void> {
  const person = { role: 'authenticated', sub: benchId('buyer', buyer) };
  const key = `bench-${String(buyer).padStart(8, '0')}`;
  const quote = await run<{ id: string }>(client, witness, {
    claims: person,
    name: 'quote',
    text: `select public.quote_order($1, $2, 'delivery', $3, 0, p_coupon_ids => $4) as answer`,
    values: [shopId, JSON.stringify(items(basket)), benchId('address', buyer), [benchId('coupon', buyer)]],
  });
  const order = await run<{ id: string }>(client, witness, {
    claims: person,
    name: 'place',
    text: 'select public.place_order($1, $2) as answer',
    values: [quote.id, `place-${key}`],
  });
  const charge = await run<{ out_trade_no: string; amount_cents: number }>(client, witness, {
    claims: person,
    name: 'charge',
    text: `select public.create_payment($1, 'wechat_pay') as answer`,
    values: [order.id],
  });
  await run(client, witness, {
    claims: { role: 'service_role' },
    name: 'capture',
    text: `select public.record_payment_event('wechat_pay', $1, 'captured', $2, $3, $4, now()) as answer`,
    values: [`event-${key}`, charge.out_trade_no, `tx-${key}`, charge.amount_cents],
  });
}

/** `tests.person('store')`. */
let shopId = '';

/** Asks once which store is the bench's. */
export async function findShop(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`select tests.person('store') as id`);
  shopId = rows[0]?.id ?? '';
}

function items(basket: number): unknown[] {
  return [0, 1, 2].map((line) => {
    const dish = (basket * 3 + line) % 120;
    return {
      product_id: benchId('product', dish),
      quantity: 1 + line,
      modifier_ids: [benchId('modifier', dish)],
    };
  });
}

async function run<T>(client: pg.Client, witness: Witness | undefined, call: Call): Promise<T> {
  await client.query('begin');
  try {
    await client.query({
      name: 'claims',
      text: `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`,
      values: [call.claims.role, JSON.stringify(call.claims)],
    });
    const { rows } = await client.query<{ answer: T }>(call);
    await witness?.(client);
    await client.query('commit');
    return rows[0]?.answer as T;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
