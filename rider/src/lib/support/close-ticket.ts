import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** The rider needs no more help. Throws DomainFailure. */
export async function closeTicket(client: LinliClient, id: string, key: string): Promise<void> {
  unwrap(
    await client.rpc('close_ticket', { p_ticket_id: id, p_idempotency_key: key }).abortSignal(requestLimit()),
  );
}
