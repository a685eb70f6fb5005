import { distanceMeters, type LonLat } from '@linli/map/geometry';
import { splitRoute } from '@linli/map/split-route';
import type { Route } from './find-route.ts';

const offRouteMeters = 80;
const retryMs = 8_000;

/** The way to the next stop; found anew when the goal changes or the rider has left it. */
export class RouteKeeper {
  route = $state.raw<Route | null>(null);
  readonly #find: (from: LonLat, to: LonLat) => Promise<Route>;
  #goal: LonLat | null = null;
  #askedAt = 0;
  #request = 0;

  constructor(find: (from: LonLat, to: LonLat) => Promise<Route>) {
    this.#find = find;
  }

  /** Follows the rider: `goal` is the next stop, or null when there is nowhere to ride. */
  update(position: LonLat | null, goal: LonLat | null): void {
    if (goal?.[0] !== this.#goal?.[0] || goal?.[1] !== this.#goal?.[1]) {
      this.#goal = goal;
      this.#askedAt = 0;
      this.#request += 1;
      this.route = null;
    }
    if (!goal || !position) return;
    const isLost = this.route === null || metersOff(this.route.line, position) > offRouteMeters;
    if (isLost && Date.now() - this.#askedAt >= retryMs) void this.#ask(position, goal);
  }

  async #ask(from: LonLat, to: LonLat): Promise<void> {
    this.#askedAt = Date.now();
    const request = ++this.#request;
    try {
      const route = await this.#find(from, to);
      if (request === this.#request) this.route = route;
    } catch {
      // Without a network the old way, or the straight line between pins, has to do; the next move asks again.
    }
  }
}

function metersOff(line: readonly LonLat[], position: LonLat): number {
  const { ahead } = splitRoute(line, position);
  const [nearest] = ahead;
  return nearest ? distanceMeters(nearest, position) : 0;
}
