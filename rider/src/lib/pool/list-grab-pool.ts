import type { LinliClient } from '@linli/database';
import type { StorePlace } from '#lib/desk/rider-home.ts';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** A task that anyone near may grab; times are ISO text. */
export interface PoolTask {
  delivery_id: string;
  rider_pay_cents: number;
  tip_cents: number;
  currency: string;
  distance_meters: number;
  to_store_meters: number;
  ready_expected_at: string;
  store: StorePlace;
  dropoff: { street: string; lon: number; lat: number };
}

/** What waits near the rider, oldest first. Throws DomainFailure. */
export async function listGrabPool(client: LinliClient): Promise<PoolTask[]> {
  const answer: unknown = unwrap(await client.rpc('list_grab_pool').abortSignal(requestLimit()));
  return (answer ?? []) as PoolTask[];
}
