import type { Instance, Point } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { travelMinutes } from '../instance/travel-minutes.ts';
import type { Leg, LiveState } from './carry-out-leg.ts';
import type { Solution } from './solution.ts';

/** Where a rider is at a minute; on the straight line when riding. */
export function positionAt({ place, heading }: LiveState, now: number): Point {
  if (!heading) return place;
  const { from, to, leftAt, arrivesAt } = heading;
  const part = Math.min(1, Math.max(0, (now - leftAt) / Math.max(1, arrivesAt - leftAt)));
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** Makes a rider who is on the way stop where they are. */
export function stopHere(solution: Solution, state: LiveState, now: number): void {
  if (!state.heading) return;
  const point = positionAt(state, now);
  const name = `@${point.x},${point.y}`;
  const { leftAt } = state.heading;
  if (now > leftAt)
    solution.moves.push({
      courier: state.courier.id,
      departureTime: leftAt,
      origin: state.placeName,
      destination: name,
    });
  if (now > leftAt) state.placeName = name;
  state.place = point;
  state.freeAt = now;
  state.heading = null;
}

/** Turns a rider towards the place of a leg at minute `now`; who is already on the way there goes on. */
export function headFor(
  instance: Instance,
  solution: Solution,
  state: LiveState,
  leg: Leg,
  now: number,
): void {
  const order = need(instance.orders, leg.orders[0] ?? '', 'order');
  const to = leg.kind === 'dropoff' ? order : need(instance.restaurants, order.restaurant, 'restaurant');
  if (state.heading?.to.id === to.id) return;
  stopHere(solution, state, now);
  const leftAt = Math.max(now, state.freeAt, state.courier.onTime);
  const arrivesAt = leftAt + travelMinutes(state.place, to, instance.parameters.metersPerMinute);
  state.heading = { from: state.place, leftAt, to, arrivesAt };
}
