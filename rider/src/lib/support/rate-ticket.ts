import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** How support did, one to five stars. Throws DomainFailure. */
export async function rateTicket(client: LinliClient, id: string, stars: number, key: string): Promise<void> {
  unwrap(
    await client
      .rpc('rate_ticket', { p_ticket_id: id, p_rating: stars, p_idempotency_key: key })
      .abortSignal(requestLimit()),
  );
}
