import type { Place } from '../problem/problem.ts';
import { StraightTravel } from './straight-travel.ts';
import { TableTravel } from './table-travel.ts';
import type { TravelSpec } from './travel-spec.ts';
import type { TravelTimes } from './travel-times.ts';

/** The travel times that a problem's data asks for. */
export function openTravel(spec: TravelSpec, places: readonly Place[]): TravelTimes {
  return spec.kind === 'table'
    ? new TableTravel(spec.table)
    : new StraightTravel(places, spec.metersPerMinute, spec.detour ?? 1, spec.roundUpToSeconds ?? 0);
}
