import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { stockKey } from './use-stock.ts';

/** Adds to or takes from counted stock, with a reason. */
export function useAdjustStock(storeId: string) {
  return useCommand(
    (client, { id, change, reason }: { id: string; change: number; reason: string }, key) =>
      run(
        client.rpc('adjust_stock', {
          p_subject_id: id,
          p_change_count: change,
          p_reason: reason,
          p_idempotency_key: key,
        }),
      ),
    { done: 'state.saved', refresh: [stockKey(storeId)] },
  );
}
