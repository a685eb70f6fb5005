import type { Place } from '../problem/problem.ts';
import type { TravelTimes } from './travel-times.ts';

/** A ride of whole steps is not rounded up for an error in its last digit. */
const tolerance = 1e-9;

/** The straight line times a detour factor at one speed: the last resort where no road graph answers. */
export class StraightTravel implements TravelTimes {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #metersPerStep: number;
  readonly #stepSeconds: number;

  /** `roundUpToSeconds` 0 keeps fractions. */
  constructor(places: readonly Place[], metersPerMinute: number, detour = 1, roundUpToSeconds = 0) {
    this.#x = Float64Array.from(places, (place) => place.x);
    this.#y = Float64Array.from(places, (place) => place.y);
    this.#stepSeconds = roundUpToSeconds;
    this.#metersPerStep = (metersPerMinute * (roundUpToSeconds || 1)) / 60 / detour;
  }

  seconds(from: number, to: number): number {
    const dx = this.#x[from]! - this.#x[to]!;
    const dy = this.#y[from]! - this.#y[to]!;
    const steps = Math.sqrt(dx * dx + dy * dy) / this.#metersPerStep;
    return this.#stepSeconds === 0 ? steps : Math.ceil(steps - tolerance) * this.#stepSeconds;
  }
}
