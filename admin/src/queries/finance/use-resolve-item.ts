import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { reconciliationKey } from './use-reconciliation.ts';

/** Settles a difference with a note: posted to the books, or only closed. */
export function useResolveItem() {
  return useCommand(
    (client, { id, note, isPosted }: { id: number; note: string; isPosted: boolean }, key) =>
      run(
        client.rpc('resolve_reconciliation_item', {
          p_item_id: id,
          p_idempotency_key: key,
          p_note: note,
          p_is_posted: isPosted,
        }),
      ),
    { done: 'reconciliation.resolved_done', refresh: [reconciliationKey] },
  );
}
