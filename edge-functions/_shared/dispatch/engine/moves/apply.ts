import type { Draft } from './draft.ts';
import { gain } from './gain.ts';

/** Makes the draft the plan. The draft must be valid. */
export function apply(draft: Draft): void {
  const { state } = draft;
  state.total -= gain(draft);
  for (const rider of draft.riders)
    for (const node of state.routes[rider]!)
      if (state.owner[node >> 1] === rider) state.owner[node >> 1] = -1;
  for (const rider of draft.riders) {
    const route = draft.route(rider) as number[];
    state.costs[rider] = draft.cost(rider);
    state.versions[rider] = draft.version(rider);
    state.routes[rider] = route;
    for (const node of route) state.owner[node >> 1] = rider;
  }
}
