import { distanceMeters, type LonLat } from '@linli/map/geometry';

/** A town further away than this does not serve a point (metres). */
const reachMeters = 40_000;

/** The town nearest to a point, or `undefined` when none is within 40 km. */
export function nearestCity<C extends { lon: number; lat: number }>(
  cities: readonly C[],
  point: LonLat,
): C | undefined {
  let best: C | undefined;
  let bestMeters = reachMeters;
  for (const city of cities) {
    const meters = distanceMeters([city.lon, city.lat], point);
    if (meters <= bestMeters) [best, bestMeters] = [city, meters];
  }
  return best;
}
