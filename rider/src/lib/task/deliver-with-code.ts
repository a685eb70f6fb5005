import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Hands over against the code that the customer tells. Throws DomainFailure. */
export async function deliverWithCode(client: LinliClient, deliveryId: string, code: string): Promise<void> {
  unwrap(
    await client
      .rpc('deliver_delivery', {
        p_delivery_id: deliveryId,
        p_idempotency_key: newKey(),
        p_client_at: new Date().toISOString(),
        p_proof: { code },
      })
      .abortSignal(requestLimit()),
  );
}
