import type { LinliClient } from '@linli/database';
import type { LonLat } from '@linli/map/geometry';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** A way on the town's roads; `isOnRoads` is false where only a straight line is known. */
export interface Route {
  line: LonLat[];
  distanceMeters: number;
  durationSeconds: number;
  isOnRoads: boolean;
}

interface RouteAnswer {
  geometry: { coordinates: [number, number][] };
  distance_meters: number;
  duration_seconds: number;
  is_on_roads: boolean;
}

/** The fastest way between two places (WGS-84) in a city. Throws DomainFailure. */
export async function findRoute(
  client: LinliClient,
  cityId: string,
  from: LonLat,
  to: LonLat,
): Promise<Route> {
  const answer = unwrap(
    await client
      .rpc('find_route', {
        p_city_id: cityId,
        p_from_lon: from[0],
        p_from_lat: from[1],
        p_to_lon: to[0],
        p_to_lat: to[1],
      })
      .abortSignal(requestLimit()),
  ) as unknown as RouteAnswer;
  return {
    line: answer.geometry.coordinates,
    distanceMeters: answer.distance_meters,
    durationSeconds: answer.duration_seconds,
    isOnRoads: answer.is_on_roads,
  };
}
