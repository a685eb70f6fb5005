import type { Json, LinliClient } from '@linli/database';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';

export type Resolution = 'continue' | 'hand_over' | 'finish' | 'fail';

export type DispatchCommand =
  | { command: 'assign'; riderId: string }
  | { command: 'take_back'; isExcluded: boolean }
  /** What is not named stays: `pinned_rider_id`, `exclude_rider_ids`, `include_rider_ids`. */
  | { command: 'override'; change: Json }
  | { command: 'adjust'; readyMinutes: number; promiseMinutes: number }
  | { command: 'resolve'; resolution: Resolution; note: string; riderId?: string; reason?: string }
  | { command: 'return' };

type Intent = DispatchCommand & { deliveryId: string };

/** What ops do to a task. */
export function useDispatchCommand() {
  const { send, busy } = useCommand(perform, {
    done: ({ command }: Intent) => `dispatch_done.${command}`,
    refresh: [orderKeys.all],
  });
  return { send: (deliveryId: string, command: DispatchCommand) => send({ ...command, deliveryId }), busy };
}

function perform(client: LinliClient, intent: Intent, key: string): Promise<unknown> {
  const task = { p_delivery_id: intent.deliveryId, p_idempotency_key: key };
  switch (intent.command) {
    case 'assign':
      return run(client.rpc('assign_delivery', { ...task, p_rider_id: intent.riderId }));
    case 'take_back':
      return run(client.rpc('take_back_delivery', { ...task, p_is_excluded: intent.isExcluded }));
    case 'override':
      return run(client.rpc('override_delivery', { ...task, p_change: intent.change }));
    case 'adjust':
      return run(
        client.rpc('adjust_delivery', {
          ...task,
          p_ready_minutes: intent.readyMinutes,
          p_promise_minutes: intent.promiseMinutes,
        }),
      );
    case 'resolve':
      return run(
        client.rpc('resolve_delivery', {
          ...task,
          p_resolution: intent.resolution,
          p_note: intent.note,
          p_rider_id: intent.riderId,
          p_reason_code: intent.reason,
        }),
      );
    case 'return':
      return run(client.rpc('return_delivery', task));
  }
}
