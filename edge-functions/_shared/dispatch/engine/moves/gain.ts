import type { Draft } from './draft.ts';

/** What the plan's cost falls by if the draft is applied; negative when it rises, −Infinity when it cannot be done. */
export function gain(draft: Draft): number {
  let result = -draft.unservedCost;
  for (const rider of draft.riders) result += draft.state.costs[rider]! - draft.cost(rider);
  return result;
}
