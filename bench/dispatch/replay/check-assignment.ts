import type { AssignmentLine } from '../day/solution.ts';
import type { Instance, Order } from '../instance/instance.ts';
import type { Report } from './violation.ts';

/**
 * Checks one assignment against the instance and the minute by which it had to be made: orders exist, belong
 * to the restaurant, were placed when it was made, and it was not changed after the rider had left. Answers its orders.
 */
export function checkAssignment(
  instance: Instance,
  assignment: AssignmentLine,
  restaurant: string,
  latest: number,
  report: Report,
): Order[] {
  const orders: Order[] = [];
  if (!Number.isFinite(assignment.assignmentTime) || !Number.isFinite(assignment.pickupTime))
    report({ key: 'replay.not_a_number', detail: 'assignment_time or pickup_time' });
  if (assignment.orders.length === 0) report({ key: 'replay.empty_assignment', detail: restaurant });
  if (assignment.assignmentTime > latest)
    report({
      key: 'replay.changed_after_departure',
      detail: `assigned at ${assignment.assignmentTime}, too late at ${latest}`,
    });
  for (const id of assignment.orders) {
    const order = instance.orders.get(id);
    if (!order) {
      report({ key: 'replay.unknown_order', order: id });
      continue;
    }
    if (order.restaurant !== restaurant)
      report({
        key: 'replay.mixed_restaurants',
        order: id,
        detail: `${order.restaurant}, rider went to ${restaurant}`,
      });
    if (order.placementTime > assignment.assignmentTime)
      report({
        key: 'replay.order_unseen',
        order: id,
        detail: `placed ${order.placementTime}, assigned ${assignment.assignmentTime}`,
      });
    orders.push(order);
  }
  return orders;
}
