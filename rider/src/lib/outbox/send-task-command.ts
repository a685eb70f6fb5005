import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { failureOf, unwrap } from '#lib/platform/unwrap.ts';
import { isWorthRetry } from './is-worth-retry.ts';
import type { SendOutcome } from './send-pending.ts';
import type { TaskCommand } from './task-command.ts';

/** Tells the platform what the rider did; sending it twice does it once. */
export async function sendTaskCommand(client: LinliClient, command: TaskCommand): Promise<SendOutcome> {
  try {
    unwrap(
      await client
        .rpc(command.name, {
          p_delivery_id: command.deliveryId,
          p_idempotency_key: command.key,
          p_client_at: command.clientAt,
        })
        .abortSignal(requestLimit()),
    );
    return { kind: 'done' };
  } catch (thrown) {
    const error = failureOf(thrown);
    return { kind: isWorthRetry(error) ? 'later' : 'refused', error };
  }
}
