import type { Instance } from '../instance/instance.ts';
import type { OrderLine } from '../day/solution.ts';
import type { Served } from './replay.ts';
import type { Report } from './violation.ts';

/** Compares what the solution says of each order with what the replay found. */
export function checkClaims(
  instance: Instance,
  claims: ReadonlyMap<string, OrderLine[]>,
  served: ReadonlyMap<string, Served>,
  report: Report,
): void {
  for (const [id, lines] of claims) {
    const order = instance.orders.get(id);
    const truth = served.get(id);
    if (!order) report({ key: 'replay.unknown_order', order: id });
    else if (lines.length > 1) report({ key: 'replay.order_twice', order: id });
    else if (!truth) report({ key: 'replay.claim_unfounded', order: id, detail: 'nobody delivered it' });
    if (!order || !truth) continue;
    for (const line of lines) {
      const pairs: [string, number | string, number | string][] = [
        ['placement_time', line.placementTime, order.placementTime],
        ['ready_time', line.readyTime, order.readyTime],
        ['pickup_time', line.pickupTime, truth.pickupTime],
        ['dropoff_time', line.dropoffTime, truth.dropoffTime],
        ['courier', line.courier, truth.courier],
      ];
      for (const [column, claimed, found] of pairs)
        if (claimed !== found)
          report({
            key: 'replay.claim_differs',
            order: id,
            detail: `${column} ${claimed}, replay says ${found}`,
          });
    }
  }
  for (const id of served.keys()) if (!claims.has(id)) report({ key: 'replay.claim_missing', order: id });
}
