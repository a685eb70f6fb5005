import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Takes one of the places of a slot. Throws DomainFailure. */
export async function bookShift(client: LinliClient, slotId: string): Promise<void> {
  unwrap(
    await client
      .rpc('book_shift', { p_slot_id: slotId, p_idempotency_key: newKey() })
      .abortSignal(requestLimit()),
  );
}
