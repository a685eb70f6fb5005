import type { Enums } from '@linli/database';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { financePayoutsKey } from './use-payouts.ts';

export type PayoutIntent =
  | { command: 'approve'; id: string; method: Enums<'payout_method'> }
  | { command: 'pay'; id: string; reference: string }
  | { command: 'fail'; id: string; reason: string }
  | { command: 'cancel'; id: string };

/** Lets a payout go, notes that it was paid or did not arrive, or takes it back before that. */
export function usePayoutCommand() {
  return useCommand(
    (client, intent: PayoutIntent, key) => {
      const target = { p_payout_id: intent.id, p_idempotency_key: key };
      switch (intent.command) {
        case 'approve':
          return run(client.rpc('approve_payout', { ...target, p_method: intent.method }));
        case 'pay':
          return run(client.rpc('mark_payout_paid', { ...target, p_reference: intent.reference }));
        case 'fail':
          return run(client.rpc('fail_payout', { ...target, p_reason: intent.reason }));
        case 'cancel':
          return run(client.rpc('cancel_payout', target));
      }
    },
    { done: 'approvals.done', refresh: [financePayoutsKey] },
  );
}
