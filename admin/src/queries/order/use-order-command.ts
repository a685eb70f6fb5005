import type { Enums, LinliClient } from '@linli/database';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { orderKeys } from './order-keys.ts';

export type OrderCommand =
  /** `minutes` 1–240; left out, the store's usual time counts. */
  | { command: 'accept'; minutes?: number }
  | { command: 'start_preparing' }
  | { command: 'mark_ready' }
  | { command: 'start_service' }
  | { command: 'complete' }
  | { command: 'no_show' }
  /** 1–60 minutes on every promised time. */
  | { command: 'delay'; minutes: number }
  | { command: 'reject'; reason: string }
  /** `liable`, who bears the refund, is for ops to say. */
  | { command: 'cancel'; reason: string; liable?: Enums<'liable_party'> | undefined }
  | { command: 'collect'; code: string };

type Intent = OrderCommand & { orderId: string };

/** Commands on orders. */
export function useOrderCommand() {
  const { send, pending } = useCommand(perform, {
    done: ({ command }: Intent) => `command_done.${command}`,
    refresh: [orderKeys.all],
  });
  return {
    send: (orderId: string, command: OrderCommand) => send({ ...command, orderId }),
    /** The order whose command is under way. */
    busyId: pending?.orderId,
  };
}

function perform(client: LinliClient, intent: Intent, key: string): Promise<unknown> {
  const order = { p_order_id: intent.orderId, p_idempotency_key: key };
  switch (intent.command) {
    case 'accept':
      return run(client.rpc('accept_order', { ...order, p_preparation_minutes: intent.minutes }));
    case 'start_preparing':
      return run(client.rpc('start_preparing', order));
    case 'mark_ready':
      return run(client.rpc('mark_order_ready', order));
    case 'start_service':
      return run(client.rpc('start_service', order));
    case 'complete':
      return run(client.rpc('complete_service', order));
    case 'no_show':
      return run(client.rpc('mark_no_show', order));
    case 'delay':
      return run(client.rpc('delay_order', { ...order, p_minutes: intent.minutes }));
    case 'reject':
      return run(client.rpc('reject_order', { ...order, p_reason_code: intent.reason }));
    case 'cancel':
      return run(
        client.rpc('cancel_order', {
          ...order,
          p_reason_code: intent.reason,
          p_liable_party: intent.liable,
        }),
      );
    case 'collect':
      return run(client.rpc('collect_order', { ...order, p_pickup_code: intent.code }));
  }
}
