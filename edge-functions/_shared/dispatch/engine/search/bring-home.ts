import { evaluateRoute } from '../model/evaluate-route.ts';
import type { Model } from '../model/model.ts';

/** A rider's route that delivers what they hold and nothing else: each door put in where it adds least. */
export function bringHome(model: Model, rider: number): number[] {
  let route: number[] = [];
  for (let task = 0; task < model.taskCount; task += 1) {
    if (model.holder[task] !== rider) continue;
    let best = [...route, 2 * task + 1];
    let least = evaluateRoute(model, rider, best, best.length);
    for (let at = 0; at < route.length; at += 1) {
      const other = route.toSpliced(at, 0, 2 * task + 1);
      const cost = evaluateRoute(model, rider, other, other.length);
      if (cost >= least) continue;
      least = cost;
      best = other;
    }
    route = best;
  }
  return route;
}
