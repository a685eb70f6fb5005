import type {
  Snapshot,
  SnapshotDelivery,
  SnapshotPlace,
  SnapshotRider,
} from '../_shared/dispatch/snapshot.ts';

/** Noon of a day, in seconds since 1970. */
export const noon = Date.parse('2026-11-22T04:00:00Z') / 1000;

/** A place so many metres east of the town's middle. */
export function place(x: number, isTarget = true): SnapshotPlace {
  return { lon: 121 + x / 95_000, lat: 31, x, y: 0, is_target: isTarget };
}

/** A task from place 0 to place 1 that is ready at noon and promised for half an hour later. */
export function delivery(id: string, changes: Partial<SnapshotDelivery> = {}): SnapshotDelivery {
  return {
    id,
    store_id: 's1',
    status: 'unassigned',
    pickup_place: 0,
    dropoff_place: 1,
    placed_at: noon - 600,
    ready_at: noon,
    promised_at: noon + 1800,
    needs: [],
    only_rider_id: null,
    holder_id: null,
    excluded_rider_ids: [],
    ...changes,
  };
}

/** A rider with empty hands at place 2. */
export function rider(id: string, changes: Partial<SnapshotRider> = {}): SnapshotRider {
  return {
    id,
    place: 2,
    free_at: noon,
    off_at: noon + 14_400,
    open_count: 0,
    has_offer: false,
    has: ['e_bike'],
    guaranteed_left: null,
    ...changes,
  };
}

/** A round at noon: the store at 0 m, a door at 1200 m, riders at 400 m and 2400 m; five metres a second. */
export function snapshot(
  deliveries: SnapshotDelivery[],
  riders: SnapshotRider[],
  changes: Partial<Snapshot> = {},
): Snapshot {
  const places = [place(0), place(1200), place(400, false), place(2400, false)];
  return {
    tick_id: 'tick',
    zone_id: '3f0d7a52-5c0c-4c53-9d5c-6a4f7a8c1e11',
    at: noon,
    seed: 7,
    settings: {
      max_in_hand: 3,
      radius_meters: 5000,
      commit_lead_seconds: 160,
      pickup_service_seconds: 120,
      dropoff_service_seconds: 120,
      search_steps: 200,
      weights: {},
    },
    places,
    travel: {
      kind: 'table',
      table: places.map((a) => places.map((b) => Math.abs(a.x - b.x) / 5)),
      source: 'road',
    },
    deliveries,
    riders,
    demand: [{ place: 0, weight: 1, store_id: 'store' }],
    tasks_per_hour: 4,
    previous: [],
    ...changes,
  };
}
