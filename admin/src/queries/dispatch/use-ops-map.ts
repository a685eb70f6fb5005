import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import type { MultiPolygon, Polygon } from 'geojson';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

type Place = { lon: number; lat: number };

export type MapRider = Pick<
  Tables<'riders'>,
  'id' | 'display_name' | 'status' | 'heading' | 'position_at' | 'zone_id'
> &
  Place & { in_hand: number };
export type MapOrder = Pick<
  Tables<'orders'>,
  'id' | 'number' | 'status' | 'total_cents' | 'currency' | 'placed_at' | 'dropoff_expected_at'
> & {
  store: Pick<Tables<'stores'>, 'id' | 'name' | 'translations'> & Place;
  dropoff: Place | null;
  delivery: (Pick<Tables<'deliveries'>, 'id' | 'status' | 'rider_id'> & { why: unknown }) | null;
};
export type MapZone = Pick<Tables<'zones'>, 'id' | 'name' | 'translations'> & {
  area: Polygon | MultiPolygon;
};

/** The answer of `get_ops_map`. */
export type OpsMap = { zones: MapZone[]; riders: MapRider[]; orders: MapOrder[] };

/** The live state of a city: zones, online riders, open orders. */
export function useOpsMap(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.map(cityId),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_ops_map', { p_city_id: cityId }), signal)) as unknown as OpsMap,
    refetchInterval: 30_000,
  });
}
