import type { Demand } from '../problem/problem.ts';
import type { TravelTimes } from '../travel/travel-times.ts';

/** The share of demand a rider is reckoned to serve: the part nearest to them. */
const nearShare = 0.2;

/**
 * For every place, the mean seconds to the nearest fifth of demand, by weight: what it takes from there to the next
 * task that a rider is likely to get. Only `places` are computed; the rest, and all when demand is unknown, are 0.
 */
export function remotenessOf(
  placeCount: number,
  places: Iterable<number>,
  demand: readonly Demand[],
  travel: TravelTimes,
): Float64Array {
  const result = new Float64Array(placeCount);
  const total = demand.reduce((sum, one) => sum + one.weight, 0);
  if (!(total > 0)) return result;
  const count = demand.length;
  const seconds = new Float64Array(count);
  // Milliseconds and index in one number: a typed array sorts those without a comparison of ours.
  const nearest = new Float64Array(count);
  for (const from of new Set(places)) {
    for (let i = 0; i < count; i += 1) {
      seconds[i] = travel.seconds(from, demand[i]!.place);
      nearest[i] = Math.round(seconds[i]! * 1000) * count + i;
    }
    nearest.sort();
    let left = total * nearShare;
    let sum = 0;
    for (const packed of nearest) {
      const i = packed % count;
      const part = Math.min(left, demand[i]!.weight);
      if (part > 0) sum += part * seconds[i]!;
      left -= part;
      if (left <= 0) break;
    }
    result[from] = sum / (total * nearShare);
  }
  return result;
}
