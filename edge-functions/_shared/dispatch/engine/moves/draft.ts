import { evaluateRoute } from '../model/evaluate-route.ts';
import type { State } from '../search/state.ts';

/** New routes for some riders, not yet applied. Reused from step to step: `clear` empties it. */
export class Draft {
  readonly state: State;
  readonly riders: number[] = [];
  readonly #slot: Int32Array;
  readonly #routes: number[][] = [];
  readonly #costs: number[] = [];
  readonly #versions: number[] = [];
  /** What the tasks cost that had a rider and have none now, less those that the reverse is true of. */
  unservedCost = 0;

  constructor(state: State) {
    this.state = state;
    this.#slot = new Int32Array(state.model.riderCount).fill(-1);
  }

  clear(): void {
    for (const rider of this.riders) this.#slot[rider] = -1;
    this.riders.length = 0;
    this.unservedCost = 0;
  }

  route(rider: number): readonly number[] {
    const slot = this.#slot[rider]!;
    return slot < 0 ? this.state.routes[rider]! : this.#routes[slot]!;
  }

  cost(rider: number): number {
    const slot = this.#slot[rider]!;
    return slot < 0 ? this.state.costs[rider]! : this.#costs[slot]!;
  }

  version(rider: number): number {
    const slot = this.#slot[rider]!;
    return slot < 0 ? this.state.versions[rider]! : this.#versions[slot]!;
  }

  /** Gives a rider a new route; its cost is computed unless known. */
  set(rider: number, route: number[], cost?: number): void {
    let slot = this.#slot[rider]!;
    if (slot < 0) {
      slot = this.riders.length;
      this.riders.push(rider);
      this.#slot[rider] = slot;
    }
    this.#routes[slot] = route;
    this.#costs[slot] = cost ?? evaluateRoute(this.state.model, rider, route, route.length);
    this.#versions[slot] = this.state.lastVersion++;
  }
}
