import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Gives a booked shift back while that is still possible. Throws DomainFailure. */
export async function releaseShift(client: LinliClient, shiftId: string): Promise<void> {
  unwrap(
    await client
      .rpc('release_shift', { p_shift_id: shiftId, p_idempotency_key: newKey() })
      .abortSignal(requestLimit()),
  );
}
