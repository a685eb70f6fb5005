import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { OrderAnswer } from './types.ts';

/** Cancels one's own order while the machine lets a customer do so; what was paid comes back. */
export async function cancelOrder(
  orderId: string,
  idempotencyKey: string,
  reasonCode: string,
): Promise<OrderAnswer> {
  return unwrap(
    await db().rpc('cancel_order', {
      p_order_id: orderId,
      p_idempotency_key: idempotencyKey,
      p_reason_code: reasonCode,
    }),
  ) as unknown as OrderAnswer;
}
