import type { Place, Problem } from './types.ts';

/** What `begin_dispatch_tick` answers for a zone that has something to decide. Times are ISO text. */
export interface Snapshot {
  tick_id: string;
  zone_id: string;
  at: string;
  params: {
    offer_timeout_seconds: number;
    max_in_hand: number;
    radius_meters: number;
    look_ahead_seconds?: number | null;
    commit_buffer_seconds?: number | null;
  };
  deliveries: {
    id: string;
    store: Place;
    dropoff: Place;
    ready_at: string;
    promised_at: string;
    created_at: string;
    excluded_rider_ids: string[];
  }[];
  riders: { id: string; lon: number; lat: number; in_hand: number; free_at: string }[];
  travel: { rider_id: string; delivery_id: string; seconds: number }[];
}

const lookAheadSeconds = 15 * 60;
/** Beyond the time to answer, what a rider needs to read, mount and ride off. */
const readySeconds = 120;
const handoverSeconds = 120;

/** The problem of a snapshot; where the zone sets no look-ahead or buffer, 15 minutes and the answer time plus two. */
export function readSnapshot(snapshot: Snapshot): Problem {
  const { params } = snapshot;
  return {
    at: Date.parse(snapshot.at),
    seed: snapshot.tick_id,
    settings: {
      maxInHand: params.max_in_hand,
      radiusMeters: params.radius_meters,
      lookAheadSeconds: params.look_ahead_seconds ?? lookAheadSeconds,
      commitBufferSeconds: params.commit_buffer_seconds ?? params.offer_timeout_seconds + readySeconds,
      handoverSeconds,
    },
    deliveries: snapshot.deliveries.map((one) => ({
      id: one.id,
      store: one.store,
      dropoff: one.dropoff,
      readyAt: Date.parse(one.ready_at),
      promisedAt: Date.parse(one.promised_at),
      createdAt: Date.parse(one.created_at),
      excludedRiderIds: one.excluded_rider_ids,
    })),
    riders: snapshot.riders.map((one) => ({
      id: one.id,
      lon: one.lon,
      lat: one.lat,
      inHand: one.in_hand,
      freeAt: Date.parse(one.free_at),
    })),
    travel: snapshot.travel.map((row) => ({
      riderId: row.rider_id,
      deliveryId: row.delivery_id,
      seconds: row.seconds,
    })),
  };
}
