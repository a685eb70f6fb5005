import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { orderKeys } from './order-keys.ts';

/** Answers a late cancellation for the store. */
export function useAnswerRequest() {
  return useCommand(
    (client, { id, isAccepted }: { id: string; isAccepted: boolean }, key) =>
      run(
        client.rpc('answer_order_request', {
          p_request_id: id,
          p_is_accepted: isAccepted,
          p_idempotency_key: key,
        }),
      ),
    { done: 'approvals.done', refresh: [orderKeys.all] },
  );
}
