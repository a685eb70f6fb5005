import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Serviceability } from './types.ts';

/** Whether a store delivers to a point now, how far that is and what it costs. */
export async function checkServiceability(
  storeId: string,
  lon: number,
  lat: number,
): Promise<Serviceability> {
  return unwrap(
    await db().rpc('check_serviceability', {
      p_store_id: storeId,
      p_fulfillment_type: 'delivery',
      p_lon: lon,
      p_lat: lat,
    }),
  ) as unknown as Serviceability;
}
