import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Stops receiving offers; refused while a task is in hand. Throws DomainFailure. */
export async function goOffline(client: LinliClient): Promise<void> {
  unwrap(await client.rpc('go_offline').abortSignal(requestLimit()));
}
