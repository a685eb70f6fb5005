import type { TravelTimes } from './travel-times.ts';

/** Longer than any plan: no task is worth it, but who already holds one still gets a route. */
const noWay = 10_000_000;

/** Times from a many-to-many table, as a road graph or an OSRM-compatible service gives it. */
export class TableTravel implements TravelTimes {
  readonly #size: number;
  readonly #seconds: Float64Array;

  /** `table[from][to]` in seconds; a missing or negative entry means that there is no way. */
  constructor(table: readonly (readonly number[])[]) {
    this.#size = table.length;
    this.#seconds = new Float64Array(table.length * table.length).fill(noWay);
    table.forEach((row, from) =>
      row.slice(0, table.length).forEach((value, to) => {
        if (value >= 0) this.#seconds[from * this.#size + to] = value;
      }),
    );
  }

  seconds(from: number, to: number): number {
    return this.#seconds[from * this.#size + to]!;
  }
}
