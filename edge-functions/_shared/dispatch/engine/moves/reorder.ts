import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';

/** Or-opt: one to three stops of a route move to another place in it. Whether the rules allow it, `isValid` says. */
export function reorder(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const rider = state.owner[random.below(state.model.taskCount)] ?? -1;
  if (rider < 0) return false;
  const route = draft.route(rider);
  if (route.length < 4) return false;
  const from = random.below(route.length);
  const count = Math.min(1 + random.below(3), route.length - from);
  const rest = route.toSpliced(from, count);
  const to = random.below(rest.length + 1);
  if (to === from) return false;
  draft.set(rider, rest.toSpliced(to, 0, ...route.slice(from, from + count)));
  return true;
}
