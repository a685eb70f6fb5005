import { distanceMeters, type LonLat } from '@linli/map/geometry';
import { splitRoute } from '@linli/map/split-route';
import type { Route } from './find-route.ts';

const offRouteMeters = 80;
const retryMs = 8_000;

/** The way to the next stop; found anew when the goal changes or the rider has left it. */
export class RouteKeeper {
  route = $state.raw<Route | null>(null);
  readonly #find: (from: LonLat, to: LonLat) => Promise<Route>;
  #position: LonLat | null = null;
  #goal: LonLat | null = null;
  #isOnline = true;
  #askedAt = 0;
  #request = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(find: (from: LonLat, to: LonLat) => Promise<Route>) {
    this.#find = find;
  }

  /** Follows the rider: `goal` is the next stop, or null when there is nowhere to ride. */
  update(position: LonLat | null, goal: LonLat | null, isOnline: boolean): void {
    const isNewGoal = goal?.[0] !== this.#goal?.[0] || goal?.[1] !== this.#goal?.[1];
    if (isNewGoal || (isOnline && !this.#isOnline)) this.#askedAt = 0;
    if (isNewGoal) {
      this.#request += 1;
      this.route = null;
    }
    this.#position = position;
    this.#goal = goal;
    this.#isOnline = isOnline;
    this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    clearTimeout(this.#timer);
    if (!this.#goal || !this.#position || !this.#isOnline) return;
    if (this.route && metersOff(this.route.line, this.#position) <= offRouteMeters) return;
    const wait = this.#askedAt + retryMs - Date.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#look(), wait);
    else void this.#ask(this.#position, this.#goal);
  }

  async #ask(from: LonLat, to: LonLat): Promise<void> {
    this.#askedAt = Date.now();
    const request = ++this.#request;
    try {
      const route = await this.#find(from, to);
      if (request === this.#request) this.route = route;
    } catch {
      // The way as it was, or the straight line, has to do until the next try.
      if (request === this.#request) this.#look();
    }
  }
}

function metersOff(line: readonly LonLat[], position: LonLat): number {
  const [nearest] = splitRoute(line, position).ahead;
  return nearest ? distanceMeters(nearest, position) : 0;
}
