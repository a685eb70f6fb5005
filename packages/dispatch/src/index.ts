export { Random } from './model/random.ts';
export { decide } from './policy/decide.ts';
export type { Plan, PlannedRoute, PlannedStop } from './policy/plan.ts';
export type { Demand, Place, Problem, Rider, RouteHint, Task } from './problem/problem.ts';
export { defaultSettings, type Settings } from './problem/settings.ts';
export type { TravelSpec } from './travel/travel-spec.ts';
export type { TravelTimes } from './travel/travel-times.ts';
