import type { Random } from '../model/random.ts';
import { cutPoints } from './cut-points.ts';
import type { Draft } from './draft.ts';
import { pickTask } from './pick-task.ts';

/** Two riders exchange what they do from some moment with empty hands on: all of it, or the later part. */
export function swapTails(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const { model } = state;
  const task = pickTask(state, random);
  if (task < 0) return false;
  const one = state.owner[task]!;
  const other =
    model.candidates[task * model.candidateCount + random.below(Math.min(model.candidateCount, 16))]!;
  if (other < 0 || other === one) return false;
  const routeOne = draft.route(one);
  const routeOther = draft.route(other);
  const pointsOne = cutPoints(state, one, routeOne);
  const pointsOther = cutPoints(state, other, routeOther);
  const cutOne = pointsOne[random.below(pointsOne.length)]!;
  const cutOther = pointsOther[random.below(pointsOther.length)]!;
  if (cutOne === routeOne.length && cutOther === routeOther.length) return false;
  const tailOne = routeOne.slice(cutOne);
  const tailOther = routeOther.slice(cutOther);
  draft.set(one, [...routeOne.slice(0, cutOne), ...tailOther]);
  draft.set(other, [...routeOther.slice(0, cutOther), ...tailOne]);
  return true;
}
