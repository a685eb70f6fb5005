import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Takes a task out of the pool; the first rider gets it. Throws DomainFailure. */
export async function grabDelivery(client: LinliClient, deliveryId: string): Promise<void> {
  unwrap(
    await client
      .rpc('grab_delivery', { p_delivery_id: deliveryId, p_idempotency_key: newKey() })
      .abortSignal(requestLimit()),
  );
}
