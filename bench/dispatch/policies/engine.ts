import {
  decide as search,
  type Problem,
  type RouteHint,
  type Settings,
} from '../../../edge-functions/_shared/dispatch/engine/index.ts';
import type { Dispatch, Policy, Snapshot } from '../day/policy.ts';
import type { Order } from '../instance/instance.ts';
import { toProblem } from './to-problem.ts';

/** The product's engine under the benchmark's rules: decides every minute, keeps nothing but its last plan. */
export function openEnginePolicy(seed: number, settings: Partial<Settings>): Policy {
  let previous: RouteHint[] = [];
  const placed: Order[] = [];
  const seen = new Set<string>();
  const decide = (snapshot: Snapshot): Dispatch[] => {
    for (const order of snapshot.orders) if (!seen.has(order.id)) placed.push(order);
    for (const order of snapshot.orders) seen.add(order.id);
    const problem: Problem = {
      ...toProblem(snapshot, placed),
      seed: seed * 10_000 + snapshot.now,
      previous,
      settings,
    };
    const plan = search(problem);
    previous = plan.routes.map(({ rider, stops }) => ({
      rider,
      stops: stops.map(({ kind, task }) => (kind === 'pickup' ? '+' : '-') + task),
    }));
    return plan.routes
      .filter((route) => route.isDue)
      .map(({ rider, stops, firstCount }) => ({
        courier: rider,
        orders: stops.slice(0, firstCount).flatMap(({ kind, task }) => (kind === 'dropoff' ? [task] : [])),
      }));
  };
  return { everyMinutes: 1, decide };
}
