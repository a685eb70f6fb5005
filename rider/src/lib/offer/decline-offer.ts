import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Lets the task go to another rider, with a reason where one was given. Throws DomainFailure. */
export async function declineOffer(client: LinliClient, offerId: string, reasonCode?: string): Promise<void> {
  unwrap(
    await client
      .rpc('decline_offer', { p_offer_id: offerId, p_reason_code: reasonCode })
      .abortSignal(requestLimit()),
  );
}
