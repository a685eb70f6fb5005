import { distanceMeters, type LonLat } from '@linli/map/geometry';
import type { Task } from '#lib/desk/rider-home.ts';

/** A place to ride to for a task, with when the rider will be there (milliseconds since the epoch). */
export interface Stop {
  taskId: string;
  kind: 'store' | 'dropoff';
  position: LonLat;
  arrivesAt: number;
}

type Leg = {
  taskId: string;
  kind: Stop['kind'];
  position: LonLat;
  readyAt: number;
  dueAt: number;
  isThere: boolean;
};
type Best = { cost: number; stops: Stop[] };

/** Every order of more tasks than this is too many to try; then the nearest next stop is taken each time. */
const exhaustiveTasks = 4;
const detour = 1.4;
const metersPerSecond = 5;
const handoverMs = 90_000;
const latePenalty = 3;

/** What goes before the planner's own judgement. */
export interface Wishes {
  /** The task that the rider wants to do next. */
  firstTaskId?: string | null;
  /** The order of dispatch, by which customers were told their times; see `RiderHome.tour`. */
  tour?: readonly string[];
}

/**
 * The order of stops from `from` at `now`: that of dispatch when it knows every stop and the rider wants nothing else.
 * Otherwise the best: goods are fetched before they are brought, and the sum of arrival times at the customers, with
 * lateness counted three times more, is least. Where a rider already stands goes first; `firstTaskId` puts that task's
 * next stop before all else.
 */
export function planStops(
  tasks: readonly Task[],
  from: LonLat,
  now: number,
  { firstTaskId = null, tour = [] }: Wishes = {},
): Stop[] {
  const queues = tasks.map(legsOf);
  const wanted = queues.find(([leg]) => leg?.taskId === firstTaskId) ?? queues.find(([leg]) => leg?.isThere);
  const toured = firstTaskId === null ? followTour(queues, tour) : null;
  if (toured) return timeLegs(toured, from, now);
  if (tasks.length > exhaustiveTasks) return nearestFirst(queues, from, now, wanted);
  const best: Best = { cost: Infinity, stops: [] };
  search(queues, from, now, wanted, now, 0, [], best);
  return best.stops;
}

function legsOf(task: Task): Leg[] {
  const base = { taskId: task.id, dueAt: Date.parse(task.dropoff_expected_at) };
  const dropoff: Leg = {
    ...base,
    kind: 'dropoff',
    position: [task.dropoff.lon, task.dropoff.lat],
    readyAt: 0,
    isThere: task.status === 'arrived_at_customer',
  };
  if (task.status === 'picked_up' || task.status === 'arrived_at_customer') return [dropoff];
  const store: Leg = {
    ...base,
    kind: 'store',
    position: [task.store.lon, task.store.lat],
    readyAt: task.order_status === 'ready' ? 0 : Date.parse(task.ready_expected_at),
    isThere: task.status === 'arrived_at_store',
  };
  return [store, dropoff];
}

/** All legs in the order of a tour, where the rider stands first; null when the tour does not know them all. */
function followTour(queues: readonly Leg[][], tour: readonly string[]): Leg[] | null {
  const placeOf = ({ taskId, kind }: Leg): number => tour.indexOf((kind === 'store' ? '+' : '-') + taskId);
  const legs = queues.flat();
  if (legs.some((leg) => placeOf(leg) < 0)) return null;
  return legs.sort((a, b) => Number(b.isThere) - Number(a.isThere) || placeOf(a) - placeOf(b));
}

function timeLegs(legs: readonly Leg[], from: LonLat, now: number): Stop[] {
  let [position, time] = [from, now];
  return legs.map(({ taskId, kind, position: to, readyAt }) => {
    const arrivesAt = time + rideMs(position, to);
    [position, time] = [to, Math.max(arrivesAt, readyAt) + handoverMs];
    return { taskId, kind, position: to, arrivesAt };
  });
}

function search(
  queues: readonly Leg[][],
  from: LonLat,
  time: number,
  only: Leg[] | undefined,
  start: number,
  cost: number,
  done: Stop[],
  best: Best,
): void {
  if (cost >= best.cost) return;
  if (queues.every((queue) => queue.length === 0)) {
    best.cost = cost;
    best.stops = [...done];
    return;
  }
  for (const queue of queues) {
    const [leg, ...rest] = queue;
    if (!leg || (only && queue !== only)) continue;
    const arrivesAt = time + rideMs(from, leg.position);
    const leavesAt = Math.max(arrivesAt, leg.readyAt) + handoverMs;
    const late = Math.max(0, arrivesAt - leg.dueAt);
    const added = leg.kind === 'dropoff' ? arrivesAt - start + latePenalty * late : 0;
    done.push({ taskId: leg.taskId, kind: leg.kind, position: leg.position, arrivesAt });
    const next = queues.map((one) => (one === queue ? rest : one));
    search(next, leg.position, leavesAt, undefined, start, cost + added, done, best);
    done.pop();
  }
}

function nearestFirst(queues: Leg[][], from: LonLat, now: number, first: Leg[] | undefined): Stop[] {
  const stops: Stop[] = [];
  let [position, time, only] = [from, now, first];
  let open = queues.filter((queue) => queue.length > 0);
  while (open.length > 0) {
    const queue = only ?? open.reduce((a, b) => (rideTo(position, a) <= rideTo(position, b) ? a : b));
    const leg = queue.shift();
    if (!leg) break;
    const arrivesAt = time + rideMs(position, leg.position);
    stops.push({ taskId: leg.taskId, kind: leg.kind, position: leg.position, arrivesAt });
    [position, time, only] = [leg.position, Math.max(arrivesAt, leg.readyAt) + handoverMs, undefined];
    open = open.filter((one) => one.length > 0);
  }
  return stops;
}

function rideTo(from: LonLat, [leg]: Leg[]): number {
  return leg ? rideMs(from, leg.position) : Infinity;
}

function rideMs(from: LonLat, to: LonLat): number {
  return (distanceMeters(from, to) * detour * 1000) / metersPerSecond;
}
