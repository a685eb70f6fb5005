import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** The goods of a failed delivery are back in the store. Throws DomainFailure. */
export async function returnDelivery(client: LinliClient, deliveryId: string): Promise<void> {
  unwrap(
    await client
      .rpc('return_delivery', { p_delivery_id: deliveryId, p_idempotency_key: newKey() })
      .abortSignal(requestLimit()),
  );
}
