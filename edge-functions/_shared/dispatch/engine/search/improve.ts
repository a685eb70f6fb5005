import { apply } from '../moves/apply.ts';
import { Draft } from '../moves/draft.ts';
import { gain } from '../moves/gain.ts';
import { isValid } from '../moves/is-valid.ts';
import { moves, type Move } from '../moves/moves.ts';
import type { Random } from '../model/random.ts';
import type { State } from './state.ts';

/** What a worsening may cost and still be taken about one time in three: at the first step, and at the last. */
const hot = 100;
/** With fewer steps a task than this there is no time to recover from worsenings: the search starts cooler. */
const stepsPerTask = 10;
const cold = 2;
/** How many steps pass between two looks at `shouldStop`. */
const stopEvery = 16;

const totalWeight = moves.reduce((sum, move) => sum + move.weight, 0);

/**
 * Simulated annealing over a fixed number of steps; leaves `state` at the best plan met. `shouldStop` may end it
 * sooner (a CPU budget of the caller): the plan is valid after every step, but then it depends on the machine.
 */
export function improve(state: State, steps: number, random: Random, shouldStop?: () => boolean): void {
  if (state.model.taskCount === 0 || state.model.riderCount === 0) return;
  const draft = new Draft(state);
  const start = Math.max(cold, hot * Math.min(1, steps / (stepsPerTask * state.model.taskCount)) ** 2);
  let best = state.total;
  let bestRoutes = state.routes.slice();
  let bestCosts = state.costs.slice();
  for (let step = 0; step < steps; step += 1) {
    if (step % stopEvery === 0 && shouldStop?.()) break;
    draft.clear();
    const move = drawMove(random);
    if (!move.propose(draft, random)) continue;
    const heat = start * (cold / start) ** (step / steps);
    if (!(gain(draft) > heat * Math.log(random.next() + 1e-12))) continue;
    if (!move.isSafe && !isValid(draft)) continue;
    apply(draft);
    if (state.total < best - 1e-6) {
      best = state.total;
      bestRoutes = state.routes.slice();
      bestCosts = state.costs.slice();
    }
  }
  restore(state, bestRoutes, bestCosts, best);
}

function drawMove(random: Random): Move {
  let draw = random.next() * totalWeight;
  for (const move of moves) {
    draw -= move.weight;
    if (draw < 0) return move;
  }
  return moves[0]!;
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
