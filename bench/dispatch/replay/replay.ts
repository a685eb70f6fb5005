import type { Instance } from '../instance/instance.ts';
import type { AssignmentLine, MoveLine, OrderLine, Solution } from '../day/solution.ts';
import { checkClaims } from './check-claims.ts';
import { replayCourier } from './replay-courier.ts';
import type { Violation } from './violation.ts';

/** Times of an order as the replay finds them; minutes. */
export interface Served {
  order: string;
  courier: string;
  pickupTime: number;
  dropoffTime: number;
}

export interface Replay {
  /** Empty when riders could have done all this and every claim is true. */
  violations: Violation[];
  served: Map<string, Served>;
  /** Orders nobody delivered, though some rider's shift reached beyond their ready time. */
  dropped: string[];
}

/** What differs from the benchmark's rules: riders mix restaurants; food that is late may be taken after the shift. */
export interface ReplayRules {
  mixed?: boolean;
  lateKitchen?: boolean;
}

/**
 * Replays a solution move by move and recomputes every time from the instance alone; a claim is only ever compared,
 * never used. Does not throw on a corrupt solution: each fault is a violation with a stable key.
 */
export function replay(instance: Instance, solution: Solution, rules: ReplayRules = {}): Replay {
  const violations: Violation[] = [];
  const served = new Map<string, Served>();
  const assignments = groupBy(solution.assignments, (one: AssignmentLine) => one.courier);
  const moves = groupBy(solution.moves, (one: MoveLine) => one.courier);
  for (const id of new Set([...assignments.keys(), ...moves.keys()])) {
    const courier = instance.couriers.get(id);
    if (!courier) {
      violations.push({ key: 'replay.unknown_courier', courier: id });
      continue;
    }
    replayCourier({
      instance,
      courier,
      assignments: assignments.get(id) ?? [],
      moves: moves.get(id) ?? [],
      rules,
      served,
      report: (violation) => violations.push({ courier: id, ...violation }),
    });
  }
  checkClaims(
    instance,
    groupBy(solution.orders, (one: OrderLine) => one.order),
    served,
    (one) => violations.push(one),
  );
  const lastOff = Math.max(...[...instance.couriers.values()].map((one) => one.offTime));
  const dropped = [...instance.orders.values()]
    .filter((order) => !served.has(order.id) && order.readyTime <= lastOff)
    .map((order) => order.id);
  return { violations, served, dropped };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
