import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import type { MultiPolygon, Polygon } from 'geojson';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

type Place = { lon: number; lat: number };
type MapStore = Pick<Tables<'stores'>, 'id' | 'name' | 'translations'>;

export type MapRider = Pick<
  Tables<'riders'>,
  'id' | 'display_name' | 'status' | 'heading' | 'position_at' | 'zone_id' | 'vehicle'
> &
  Place & { in_hand: number };
export type MapIncident = Pick<
  Tables<'delivery_incidents'>,
  'id' | 'reason_code' | 'note' | 'photo_path' | 'created_at'
>;
export type MapDelivery = Pick<
  Tables<'deliveries'>,
  | 'id'
  | 'status'
  | 'rider_id'
  | 'zone_id'
  | 'needs'
  | 'pinned_rider_id'
  | 'ready_expected_at'
  | 'dropoff_expected_at'
  | 'eta_p50_at'
  | 'eta_p90_at'
  | 'waiting_since'
> & {
  offer: { rider_id: string; expires_at: string } | null;
  excluded_rider_ids: string[];
  incident: MapIncident | null;
};
export type MapOrder = Pick<
  Tables<'orders'>,
  'id' | 'number' | 'status' | 'total_cents' | 'currency' | 'placed_at' | 'dropoff_expected_at'
> & { store: MapStore & Place; dropoff: Place | null; delivery: MapDelivery | null };
export type MapMode = Omit<Tables<'incident_modes'>, 'zone_id' | 'created_by'>;
/** A task that the last round did not offer, and why. */
export type HeldTask = { delivery_id: string; key: string; rider_id: string | null; until: string | null };
export type MapZone = Pick<Tables<'zones'>, 'id' | 'name' | 'translations'> & {
  area: Polygon | MultiPolygon;
  mode: MapMode | null;
  held: HeldTask[];
};
/** Goods of a failed delivery that are not back in their store yet. */
export type MapReturn = {
  delivery_id: string;
  order_id: string;
  number: string;
  rider_id: string | null;
  reason_code: string | null;
  closed_at: string;
  store: MapStore;
};

/** The answer of `get_ops_map`. */
export type OpsMap = { zones: MapZone[]; riders: MapRider[]; orders: MapOrder[]; returns: MapReturn[] };

/** The live state of a city: zones, online riders, open orders, goods on their way back. */
export function useOpsMap(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.map(cityId),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_ops_map', { p_city_id: cityId }), signal)) as unknown as OpsMap,
    refetchInterval: 30_000,
  });
}
