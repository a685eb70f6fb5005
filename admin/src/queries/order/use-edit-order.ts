import { newKey, type Json } from '@linli/database';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

/** `quantity` is what stays of the line; `item` comes in for what goes. */
export type EditLine = {
  line_number: number;
  quantity: number;
  item?: { product_id: string; quantity: number; modifier_ids: string[] };
};
export type EditPlan = { total_cents: number; refund_cents: number; is_consented: boolean };

/** What an edit would make of an order, asked again with every change; nothing is changed. */
export function useEditPlan(orderId: string, lines: readonly EditLine[]) {
  const client = useClient();
  return useQuery({
    queryKey: ['edit-plan', orderId, lines],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_edit', { p_order_id: orderId, p_lines: lines as unknown as Json }),
        signal,
      )) as unknown as EditPlan,
    enabled: lines.length > 0,
    retry: false,
    gcTime: 0,
  });
}

/** Proposes an edit: done at once when the customer agreed beforehand, else after their answer. Errors are left to the caller. */
export function useProposeEdit(orderId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (lines: readonly EditLine[]) =>
      (await run(
        client.rpc('propose_edit', {
          p_order_id: orderId,
          p_lines: lines as unknown as Json,
          p_idempotency_key: newKey(),
        }),
      )) as unknown as { status: 'open' | 'accepted' },
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.all }),
  });
}
