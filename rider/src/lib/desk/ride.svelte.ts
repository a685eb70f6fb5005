import type { LonLat } from '@linli/map/geometry';
import { createContext, untrack } from 'svelte';
import type { App } from '#lib/platform/app.svelte.ts';
import { failureOf } from '#lib/platform/unwrap.ts';
import { PositionKeeper } from '#lib/position/position-keeper.svelte.ts';
import { reportPosition } from '#lib/position/report-position.ts';
import { findRoute } from '#lib/route/find-route.ts';
import { RouteKeeper } from '#lib/route/route-keeper.svelte.ts';
import { StopPlan } from '#lib/task/stop-plan.svelte.ts';
import type { Desk } from './desk.svelte.ts';

const nothing = { deliveries: [], tour: [] };

/** The rider on the road: where, in which order of stops, on which way. Create it while a component is set up. */
export class Ride {
  readonly position: PositionKeeper;
  readonly plan = new StopPlan();
  readonly route: RouteKeeper;
  readonly #desk: Desk;
  /** The task whose next stop comes first. */
  readonly task = $derived.by(() => {
    const first = this.plan.stops[0]?.taskId;
    const tasks = this.#desk.home?.deliveries ?? [];
    return tasks.find((task) => task.id === first) ?? tasks[0] ?? null;
  });
  /** Where to ride now; null while the rider stands where the next act happens. */
  readonly goal = $derived.by<LonLat | null>(() => {
    if (this.task?.status === 'assigned') return [this.task.store.lon, this.task.store.lat];
    if (this.task?.status === 'picked_up') return [this.task.dropoff.lon, this.task.dropoff.lat];
    return null;
  });
  readonly where = $derived.by<LonLat | null>(() => {
    const { home } = this.#desk;
    if (this.position.position || !home) return this.position.position;
    const { rider, city } = home;
    return rider.lon !== null && rider.lat !== null ? [rider.lon, rider.lat] : [city.lon, city.lat];
  });

  constructor(app: App, desk: Desk) {
    this.#desk = desk;
    this.position = new PositionKeeper(
      async (fix) => {
        try {
          await reportPosition(app.client, fix);
          app.connection.markReached();
        } catch (thrown) {
          if (failureOf(thrown).status === 0) app.connection.markLost();
          throw thrown;
        }
      },
      () => desk.isOnDuty,
    );
    this.route = new RouteKeeper((from, to) => findRoute(app.client, desk.home?.city.id ?? '', from, to));
    const hasHome = $derived(desk.home !== null);
    $effect(() => {
      if (!hasHome) return;
      untrack(() => this.position.start(startOf(desk), app.config.isDemo));
      return () => this.position.stop();
    });
    $effect(() => {
      if (this.where) this.plan.update(desk.home ?? nothing, this.where, Date.now());
    });
    $effect(() => this.route.update(this.position.position, this.goal, app.connection.isOnline));
    $effect(() => () => this.route.stop());
    $effect(() => this.position.setLine(this.route.route?.line ?? []));
  }
}

function startOf(desk: Desk): LonLat {
  const rider = desk.home?.rider;
  const city = desk.home?.city;
  if (rider && rider.lon !== null && rider.lat !== null) return [rider.lon, rider.lat];
  return city ? [city.lon, city.lat] : [0, 0];
}

/** The ride of the component tree. */
export const [getRide, setRide] = createContext<Ride>();
