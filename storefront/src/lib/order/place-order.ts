import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Placement } from './placement.ts';
import type { OrderAnswer } from './types.ts';

/** Turns a quote into an order awaiting payment. A repeat with the same key answers the same order. */
export async function placeOrder(placement: Placement): Promise<OrderAnswer> {
  return unwrap(
    await db().rpc('place_order', {
      p_quote_id: placement.quoteId,
      p_idempotency_key: placement.idempotencyKey,
      p_note: placement.note,
    }),
  ) as unknown as OrderAnswer;
}
