import type { Problem, Rider, Task } from './engine/index.ts';
import type { Snapshot, SnapshotDelivery, SnapshotRider } from './snapshot.ts';

/** Streets are about 1.4 times the straight line; a town rider averages 300 m a minute. */
const straight = { kind: 'straight', metersPerMinute: 300, detour: 1.4 } as const;

/**
 * The engine's problem of a zone's snapshot, by the product's rules: stores mix, riders under way take more. What is
 * accepted stays with its rider; a rider who is still thinking about an offer, or full, gets nothing new; nobody is
 * asked from farther than the zone's radius.
 */
export function toProblem(snapshot: Snapshot): Problem {
  const { settings, deliveries, riders } = snapshot;
  const known = new Set(riders.map((rider) => rider.id));
  // A task of somebody who is not here is theirs, not the plan's.
  const tasks = deliveries.filter(
    (one) => known.has(one.holder_id ?? one.only_rider_id ?? '') || isFree(one),
  );
  return {
    at: snapshot.at,
    seed: snapshot.seed,
    rules: 'mixed',
    places: snapshot.places.map(({ x, y }) => ({ x, y })),
    travel: snapshot.travel ?? straight,
    riders: riders.map((rider) => toRider(rider, settings.max_in_hand, tasks)),
    tasks: tasks.map((one) => toTask(one, snapshot)),
    demand: snapshot.demand,
    tasksPerHour: snapshot.tasks_per_hour,
    previous: snapshot.previous,
    settings: {
      ...settings.weights,
      tickSeconds: settings.commit_lead_seconds,
      pickupServiceSeconds: settings.pickup_service_seconds,
      dropoffServiceSeconds: settings.dropoff_service_seconds,
      steps: settings.search_steps,
    },
  };
}

function isFree({ status, only_rider_id: only }: SnapshotDelivery): boolean {
  return status === 'unassigned' && only === null;
}

function toRider(rider: SnapshotRider, capacity: number, tasks: readonly SnapshotDelivery[]): Rider {
  const inHand = tasks.filter((one) => one.holder_id === rider.id).map((one) => one.id);
  return {
    id: rider.id,
    place: rider.place,
    freeAt: rider.free_at,
    offAt: rider.off_at,
    capacity: Math.max(capacity, rider.open_count),
    inHand,
    has: rider.has,
    guaranteedLeft: rider.guaranteed_left ?? undefined,
  };
}

function toTask(one: SnapshotDelivery, snapshot: Snapshot): Task {
  const { settings, riders, places } = snapshot;
  const excluded = new Set(one.excluded_rider_ids);
  const store = places[one.pickup_place];
  if (one.status === 'unassigned')
    for (const rider of riders) {
      const here = places[rider.place];
      const isFar = store && here && Math.hypot(store.x - here.x, store.y - here.y) > settings.radius_meters;
      const isPinned = one.only_rider_id === rider.id;
      if (rider.has_offer || rider.open_count >= settings.max_in_hand || (isFar && !isPinned))
        excluded.add(rider.id);
    }
  return {
    id: one.id,
    store: one.store_id,
    pickupPlace: one.pickup_place,
    dropoffPlace: one.dropoff_place,
    placedAt: one.placed_at,
    readyAt: one.ready_at,
    promisedAt: one.promised_at,
    needs: one.needs,
    excluded: one.status === 'unassigned' ? [...excluded] : undefined,
    only: one.only_rider_id ?? undefined,
  };
}
