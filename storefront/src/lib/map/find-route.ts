import type { LonLat } from '@linli/map/geometry';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** The fastest way on the town's roads as a line (longitude, latitude). Signed-in people only. */
export async function findRoute(cityId: string, from: LonLat, to: LonLat): Promise<LonLat[]> {
  const answer = unwrap(
    await db().rpc('find_route', {
      p_city_id: cityId,
      p_from_lon: from[0],
      p_from_lat: from[1],
      p_to_lon: to[0],
      p_to_lat: to[1],
    }),
  ) as unknown as { geometry: { coordinates: [number, number][] } };
  return answer.geometry.coordinates;
}
