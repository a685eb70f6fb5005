import { newKey, type LinliClient } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { run } from '../run.ts';
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
  | { command: 'cancel'; reason: string }
  | { command: 'collect'; code: string };

type Intent = OrderCommand & { orderId: string; key: string };

/**
 * Commands on orders. Each intent has one idempotency key, so that a repeat after a broken connection does
 * nothing twice. `send` resolves when the command is done and rejects with its error, which is also shown.
 */
export function useOrderCommand() {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: (intent: Intent) => perform(client, intent),
    onSuccess: (_answer, intent) => void message.success(text(`command_done.${intent.command}`)),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.all }),
  });
  return {
    send: (orderId: string, command: OrderCommand) =>
      mutation.mutateAsync({ ...command, orderId, key: newKey() }),
    /** The order whose command is under way. */
    busyId: mutation.isPending ? mutation.variables.orderId : undefined,
  };
}

function perform(client: LinliClient, intent: Intent): Promise<unknown> {
  const order = { p_order_id: intent.orderId, p_idempotency_key: intent.key };
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
      return run(client.rpc('cancel_order', { ...order, p_reason_code: intent.reason }));
    case 'collect':
      return run(client.rpc('collect_order', { ...order, p_pickup_code: intent.code }));
  }
}
