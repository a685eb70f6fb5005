import {
  decide,
  type Problem,
  type RouteHint,
  type Settings,
} from '../../../edge-functions/_shared/dispatch/engine/index.ts';
import type { Leg } from '../day/carry-out-leg.ts';
import type { LivePolicy } from '../day/run-live-day.ts';
import type { Order } from '../instance/instance.ts';
import { toProblem } from './to-problem.ts';

/** Most orders a rider has in hand at once under the product's rules. */
const capacity = 6;

/** Riders who may be turned on their way give time to spare, part of which goes into pay. */
const productSettings: Partial<Settings> = { payWeight: 80 };

/** The engine under the product's rules: mixed stores, tours under way take insertions. */
export function openLiveEnginePolicy(seed: number, settings: Partial<Settings>): LivePolicy {
  let previous: RouteHint[] = [];
  const placed = new Map<string, Order>();
  return (snapshot) => {
    for (const order of snapshot.orders) if (!placed.has(order.id)) placed.set(order.id, order);
    const inHand = snapshot.couriers.flatMap((one) => one.inHand);
    const base = toProblem({ ...snapshot, orders: [...snapshot.orders, ...inHand] }, [...placed.values()]);
    const problem: Problem = {
      ...base,
      seed: seed * 10_000 + snapshot.now,
      rules: 'mixed',
      riders: base.riders.map((rider, i) => ({
        ...rider,
        capacity,
        inHand: (snapshot.couriers[i]?.inHand ?? []).map((order) => order.id),
      })),
      previous,
      settings: { ...productSettings, ...settings },
    };
    const plan = decide(problem);
    previous = plan.routes.map(({ rider, stops }) => ({
      rider,
      stops: stops.map(({ kind, task }) => (kind === 'pickup' ? '+' : '-') + task),
    }));
    return plan.routes
      .filter((route) => route.isDue)
      .map(({ rider, stops, firstCount }): Leg => {
        const first = stops.slice(0, firstCount);
        return { courier: rider, kind: first[0]?.kind ?? 'pickup', orders: first.map((stop) => stop.task) };
      });
  };
}
