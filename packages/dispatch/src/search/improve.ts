import { apply } from '../moves/apply.ts';
import { Draft } from '../moves/draft.ts';
import { gain } from '../moves/gain.ts';
import { ruinAndRecreate } from '../moves/ruin-and-recreate.ts';
import type { Random } from '../model/random.ts';
import type { State } from './state.ts';

const hot = 100;
const cold = 2;

/** Simulated annealing over a fixed number of steps; leaves `state` at the best plan met. */
export function improve(state: State, steps: number, random: Random): void {
  const draft = new Draft(state);
  let best = state.total;
  let bestRoutes = state.routes.slice();
  let bestCosts = state.costs.slice();
  for (let step = 0; step < steps; step += 1) {
    draft.clear();
    if (!ruinAndRecreate(draft, random)) continue;
    const gained = gain(draft);
    const heat = hot * (cold / hot) ** (step / steps);
    if (!(gained > heat * Math.log(random.next() + 1e-12))) continue;
    apply(draft);
    if (state.total < best - 1e-6) {
      best = state.total;
      bestRoutes = state.routes.slice();
      bestCosts = state.costs.slice();
    }
  }
  restore(state, bestRoutes, bestCosts, best);
}

function restore(state: State, routes: number[][], costs: Float64Array, total: number): void {
  state.owner.fill(-1);
  state.routes = routes;
  state.costs = costs;
  state.total = total;
  routes.forEach((route, rider) => {
    state.versions[rider] = state.lastVersion++;
    for (const node of route) state.owner[node >> 1] = rider;
  });
}
