import { newKey, type Json, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { DomainFailure, unwrap } from '#lib/platform/unwrap.ts';

/**
 * Hands over against the code that the customer tells. Throws DomainFailure, also for a wrong code, which the platform
 * counts and therefore answers; each try has a key of its own.
 */
export async function deliverWithCode(client: LinliClient, deliveryId: string, code: string): Promise<void> {
  const answer = unwrap(
    await client
      .rpc('deliver_delivery', {
        p_delivery_id: deliveryId,
        p_idempotency_key: newKey(),
        p_client_at: new Date().toISOString(),
        p_proof: { code },
      })
      .abortSignal(requestLimit()),
  );
  const refused = refusalOf(answer);
  if (refused !== null) throw new DomainFailure({ key: refused, status: 422, detail: {} });
}

function refusalOf(answer: Json): string | null {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
  return typeof answer['refused'] === 'string' ? answer['refused'] : null;
}
