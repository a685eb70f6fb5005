import type { Enums } from '@linli/database';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { refundsKey } from './use-refunds.ts';

type Decision = { id: string; amount: number; liable: Enums<'liable_party'>; note: string };

/** Decides what a customer asked for: how much goes back and who bears it; 0 refuses it. */
export function useDecideRefund() {
  return useCommand(
    (client, { id, amount, liable, note }: Decision, key) =>
      run(
        client.rpc('decide_refund', {
          p_refund_id: id,
          p_idempotency_key: key,
          p_amount_cents: amount,
          p_liable_party: liable,
          p_note: note,
        }),
      ),
    { done: 'refund.decided', refresh: [orderKeys.all, refundsKey] },
  );
}
