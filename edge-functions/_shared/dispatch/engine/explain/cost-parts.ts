import { evaluateRoute } from '../model/evaluate-route.ts';
import type { Model } from '../model/model.ts';
import type { Settings } from '../problem/settings.ts';
import type { CostParts } from './explanation.ts';

const none: Partial<Settings> = { lateWeight: 0, dreadWeight: 0, returnWeight: 0, payWeight: 0, mixCost: 0 };

/** A feasible route's cost by cause: the same evaluation with one weight after the other left in. */
export function costParts(model: Model, rider: number, route: readonly number[]): CostParts {
  const cost = (settings: Partial<Settings>, riderTime: number): number =>
    evaluateRoute(
      { ...model, riderTime, settings: { ...model.settings, ...none, ...settings } },
      rider,
      route,
      route.length,
    );
  const { lateWeight, dreadWeight, returnWeight, payWeight, mixCost } = model.settings;
  const waiting = cost({}, 0);
  return {
    waiting,
    lateness: cost({ lateWeight, dreadWeight }, 0) - waiting,
    rider: cost({ returnWeight }, model.riderTime) - waiting,
    pay: cost({ payWeight }, 0) - waiting,
    mixing: cost({ mixCost }, 0) - waiting,
  };
}
