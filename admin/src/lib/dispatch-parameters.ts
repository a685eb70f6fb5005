type ParameterSpec<Name extends string = string> = {
  name: Name;
  min: number;
  max: number;
  step: number;
  unit: 'second' | 'none';
};

const seconds = <Name extends string>(
  name: Name,
  min: number,
  max: number,
  step = 10,
): ParameterSpec<Name> => ({
  name,
  min,
  max,
  step,
  unit: 'second',
});

/** Columns of `dispatch_parameters` that are numbers, with what the database allows. */
export const parameterSpecs = [
  seconds('commit_lead_seconds', 5, 3600),
  seconds('grab_after_seconds', 0, 3600),
  seconds('decline_peace_seconds', 0, 3600),
  seconds('pickup_service_seconds', 0, 1800),
  seconds('dropoff_service_seconds', 0, 1800),
  seconds('position_max_age_seconds', 30, 3600),
  seconds('dark_after_seconds', 60, 7200),
  { name: 'search_steps', min: 0, max: 20_000, step: 100, unit: 'none' },
] as const satisfies readonly ParameterSpec[];

/** The engine's costs that ops may weigh, with what holds where none is set; in seconds of one customer's waiting. */
export const weightSpecs = [
  { name: 'lateWeight', usual: 0.3 },
  { name: 'dreadWeight', usual: 3 },
  { name: 'dreadSeconds', usual: 5400 },
  { name: 'riderTimeLeast', usual: 0.15 },
  { name: 'riderTimeMost', usual: 0.6 },
  { name: 'riderTimeKnee', usual: 1.3 },
  { name: 'returnWeight', usual: 0.45 },
  { name: 'payWeight', usual: 10 },
  { name: 'mixCost', usual: 120 },
  { name: 'unservedCost', usual: 100_000 },
  { name: 'candidates', usual: 40 },
] as const;

export const proofRules = ['none', 'photo', 'code'] as const;

/** Weights as they are kept: without those left empty. */
export function cleanWeights(weights: Record<string, number | null | undefined>): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const [name, value] of Object.entries(weights)) if (typeof value === 'number') kept[name] = value;
  return kept;
}
