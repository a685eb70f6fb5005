import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Takes a coupon of a campaign. `key` is the idempotency key of this intent. */
export async function claimCoupon(promotionId: string, key: string): Promise<void> {
  unwrap(await db().rpc('claim_coupon', { p_promotion_id: promotionId, p_idempotency_key: key }));
}
