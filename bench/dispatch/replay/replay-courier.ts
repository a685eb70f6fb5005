import type { AssignmentLine, MoveLine } from '../day/solution.ts';
import type { Courier, Instance, Order, Point } from '../instance/instance.ts';
import { travelMinutes } from '../instance/travel-minutes.ts';
import { checkAssignment } from './check-assignment.ts';
import type { ReplayRules, Served } from './replay.ts';
import type { Report } from './violation.ts';

interface Work {
  instance: Instance;
  courier: Courier;
  /** In the sequence they are carried out. */
  assignments: readonly AssignmentLine[];
  moves: readonly MoveLine[];
  rules: ReplayRules;
  served: Map<string, Served>;
  report: Report;
}

/** Walks one rider's day along its moves. Times are recomputed; the rider leaves no place before its service is done. */
export function replayCourier(work: Work): void {
  const { instance, courier, assignments, moves, rules, served, report } = work;
  const { metersPerMinute, pickupService, dropoffService } = instance.parameters;
  const inHand = new Map<string, { order: Order; pickupTime: number }>();
  /** What the last assignment still has to deliver, in its sequence. */
  let due: string[] = [];
  let next = 0;
  let place: Point = courier;
  let placeName = '0';
  let free = courier.onTime;
  for (const move of moves) {
    if (!Number.isFinite(move.departureTime))
      return report({ key: 'replay.not_a_number', detail: 'departure_time' });
    if (move.origin !== placeName)
      report({ key: 'replay.teleport', detail: `leaves ${move.origin} but stands at ${placeName}` });
    if (move.departureTime < courier.onTime)
      report({ key: 'replay.left_before_shift', detail: `${move.departureTime} < ${courier.onTime}` });
    if (move.departureTime < free)
      report({
        key: 'replay.left_too_early',
        detail: `left ${placeName} at ${move.departureTime}, free at ${free}`,
      });
    const leaves = Math.max(move.departureTime, free, courier.onTime);
    const restaurant = instance.restaurants.get(move.destination);
    const order = instance.orders.get(move.destination);
    const target = restaurant ?? order ?? (rules.mixed ? readWaypoint(move.destination) : null);
    if (!target) return report({ key: 'replay.unknown_place', detail: move.destination });
    const arrives = leaves + travelMinutes(place, target, metersPerMinute);
    place = target;
    placeName = move.destination;
    if (restaurant) {
      if (due.length > 0 && rules.mixed !== true)
        report({ key: 'replay.wrong_sequence', detail: `still has ${due.join(' ')} to deliver` });
      const assignment = assignments[next++];
      if (!assignment) {
        report({
          key: 'replay.move_unexplained',
          detail: `no assignment takes the rider to ${restaurant.id}`,
        });
        free = arrives;
        continue;
      }
      // Under mixed rules a tour under way takes insertions until the rider is there.
      const latest = rules.mixed ? arrives : move.departureTime;
      const orders = checkAssignment(instance, assignment, restaurant.id, latest, report);
      const earliest = Math.max(arrives + pickupService / 2, ...orders.map((one) => one.readyTime));
      const pickupTime = Math.max(earliest, assignment.pickupTime);
      if (assignment.pickupTime < earliest)
        report({
          key: 'replay.pickup_too_early',
          detail: `${assignment.pickupTime} < ${earliest} at ${restaurant.id}`,
        });
      if ((rules.lateKitchen ? arrives + pickupService / 2 : pickupTime) > courier.offTime)
        report({ key: 'replay.pickup_after_shift', detail: `${pickupTime} > ${courier.offTime}` });
      for (const one of orders) {
        if (served.has(one.id) || inHand.has(one.id)) report({ key: 'replay.order_twice', order: one.id });
        inHand.set(one.id, { order: one, pickupTime });
      }
      due = orders.map((one) => one.id);
      free = pickupTime + pickupService / 2;
    } else if (order) {
      const held = inHand.get(order.id);
      if (rules.mixed !== true && due[0] !== order.id)
        report({ key: 'replay.wrong_sequence', order: order.id, detail: `next was ${due[0] ?? 'nothing'}` });
      due = due.filter((id) => id !== order.id);
      const dropoffTime = arrives + dropoffService / 2;
      if (!held) report({ key: 'replay.not_in_hand', order: order.id });
      else
        served.set(order.id, {
          order: order.id,
          courier: courier.id,
          pickupTime: held.pickupTime,
          dropoffTime,
        });
      inHand.delete(order.id);
      free = dropoffTime + dropoffService / 2;
    } else {
      free = arrives;
    }
  }
  for (const id of inHand.keys()) report({ key: 'replay.never_delivered', order: id });
  for (const one of assignments.slice(next))
    report({ key: 'replay.move_missing', detail: `nobody went for ${one.orders.join(' ')}` });
}

/** `@x,y`: a point of the road at which a rider turned to another destination. */
function readWaypoint(text: string): Point | null {
  const [x, y] = text.startsWith('@') ? text.slice(1).split(',').map(Number) : [];
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}
