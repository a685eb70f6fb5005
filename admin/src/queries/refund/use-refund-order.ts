import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { refundsKey } from './use-refunds.ts';
import type { RefundWish } from './use-refund-preview.ts';

/** Sends money of an order back by a decision of ops. */
export function useRefundOrder(orderId: string) {
  return useCommand(
    (client, { wish, reason, note }: { wish: RefundWish; reason: string | undefined; note: string }, key) =>
      run(
        client.rpc('refund_order', {
          p_order_id: orderId,
          p_idempotency_key: key,
          p_liable_party: wish.liable,
          p_note: note,
          p_lines: wish.lines,
          p_reason_code: reason,
          ...(wish.amount === undefined ? {} : { p_amount_cents: wish.amount }),
        }),
      ),
    { done: 'refund.sent', refresh: [orderKeys.all, refundsKey] },
  );
}
