import type { LonLat } from '@linli/map/geometry';
import { useQuery } from '@tanstack/react-query';
import type { LineString } from 'geojson';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

type Place = { lon: number; lat: number };

/** The way on the town's roads between two places, as positions. */
export function useRoute(cityId: string, from: Place | undefined, to: Place | null | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['route', cityId, from?.lon, from?.lat, to?.lon, to?.lat],
    queryFn: async ({ signal }): Promise<LonLat[]> => {
      if (!from || !to) return [];
      const answer = (await run(
        client.rpc('find_route', {
          p_city_id: cityId,
          p_from_lon: from.lon,
          p_from_lat: from.lat,
          p_to_lon: to.lon,
          p_to_lat: to.lat,
        }),
        signal,
      )) as unknown as { geometry: LineString };
      return answer.geometry.coordinates.map(([lon = 0, lat = 0]) => [lon, lat]);
    },
    enabled: Boolean(from && to),
    staleTime: Infinity,
  });
}
