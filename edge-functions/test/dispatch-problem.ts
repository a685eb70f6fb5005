import type { FreeRider, OpenDelivery, Problem, TravelRow } from '../_shared/dispatch/types.ts';

/** Noon of a day; all test times are minutes from it. */
export const noon = Date.parse('2026-11-22T04:00:00Z');

/** Milliseconds of `minutes` after noon. */
export function minute(minutes: number): number {
  return noon + minutes * 60_000;
}

/** A task at the town's centre that is ready at noon and promised for half an hour later. */
export function delivery(id: string, changes: Partial<OpenDelivery> = {}): OpenDelivery {
  return {
    id,
    store: { lon: 121, lat: 31 },
    dropoff: { lon: 121.005, lat: 31 },
    readyAt: noon,
    promisedAt: minute(30),
    createdAt: minute(-10),
    excludedRiderIds: [],
    ...changes,
  };
}

/** A rider with empty hands near the centre. */
export function rider(id: string, changes: Partial<FreeRider> = {}): FreeRider {
  return { id, lon: 121, lat: 31, inHand: 0, freeAt: noon, ...changes };
}

/** A round at noon; `travel` rows as [rider, delivery, seconds]. */
export function problem(
  deliveries: OpenDelivery[],
  riders: FreeRider[],
  travel: [string, string, number][],
  changes: Partial<Problem> = {},
): Problem {
  return {
    at: noon,
    seed: 'seed',
    settings: {
      maxInHand: 3,
      radiusMeters: 5000,
      lookAheadSeconds: 900,
      commitBufferSeconds: 160,
      handoverSeconds: 120,
    },
    deliveries,
    riders,
    travel: travel.map(([riderId, deliveryId, seconds]): TravelRow => ({ riderId, deliveryId, seconds })),
    ...changes,
  };
}
