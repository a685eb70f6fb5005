import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Tells what is in the way: before pickup the task goes to another, after it ops decide. Throws DomainFailure. */
export async function reportIncident(
  client: LinliClient,
  deliveryId: string,
  reasonCode: string,
): Promise<void> {
  unwrap(
    await client
      .rpc('report_incident', {
        p_delivery_id: deliveryId,
        p_reason_code: reasonCode,
        p_idempotency_key: newKey(),
        p_client_at: new Date().toISOString(),
      })
      .abortSignal(requestLimit()),
  );
}
