import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { failureOf, unwrap } from '#lib/platform/unwrap.ts';
import { uploadProof } from '#lib/proof/upload-proof.ts';
import { isWorthRetry } from './is-worth-retry.ts';
import type { SendOutcome } from './send-pending.ts';
import type { TaskCommand } from './task-command.ts';

/** Tells the platform what the rider did; sending it twice does it once. */
export async function sendTaskCommand(client: LinliClient, command: TaskCommand): Promise<SendOutcome> {
  try {
    const told = {
      p_delivery_id: command.deliveryId,
      p_idempotency_key: command.key,
      p_client_at: command.clientAt,
    };
    const request = command.photo
      ? client.rpc('deliver_delivery', {
          ...told,
          p_proof: { photo_path: await uploadProof(client, command.deliveryId, command.key, command.photo) },
        })
      : client.rpc(command.name, told);
    unwrap(await request.abortSignal(requestLimit()));
    return { kind: 'done' };
  } catch (thrown) {
    const error = failureOf(thrown);
    return { kind: isWorthRetry(error) ? 'later' : 'refused', error };
  }
}
