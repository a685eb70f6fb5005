import type { Draft } from './draft.ts';
import { isLegalRoute } from './is-legal-route.ts';

/** Whether every route of the draft keeps the rules and can be done in time. */
export function isValid(draft: Draft): boolean {
  for (const rider of draft.riders) {
    if (draft.cost(rider) === Infinity) return false;
    if (!isLegalRoute(draft.state.model, rider, draft.route(rider))) return false;
  }
  return true;
}
