import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Takes the task on offer. The offer's own id is the idempotency key: it can be accepted once. Throws DomainFailure. */
export async function acceptOffer(client: LinliClient, offerId: string): Promise<void> {
  unwrap(
    await client
      .rpc('accept_offer', { p_offer_id: offerId, p_idempotency_key: offerId })
      .abortSignal(requestLimit()),
  );
}
