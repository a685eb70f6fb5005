import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export type RefundLine = { line_number: number; quantity: number };

/** A manager gives money of a completed order back on their own. Errors are left to the caller. */
export function useGiveRefund(orderId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ lines, note }: { lines: RefundLine[]; note: string }) =>
      run(
        client.rpc('give_refund', {
          p_order_id: orderId,
          p_lines: lines,
          p_note: note,
          p_idempotency_key: newKey(),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.all }),
  });
}
