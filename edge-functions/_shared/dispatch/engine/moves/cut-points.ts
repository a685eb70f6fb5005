import type { State } from '../search/state.ts';

/** Positions of a rider's route at which the hands are empty, its end included: where it can be cut. */
export function cutPoints({ model }: State, rider: number, route: readonly number[]): number[] {
  const points: number[] = [];
  let load = model.inHandCount[rider]!;
  route.forEach((node, i) => {
    if (load === 0) points.push(i);
    load += (node & 1) === 0 ? 1 : -1;
  });
  points.push(route.length);
  return points;
}
