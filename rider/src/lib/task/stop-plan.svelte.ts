import type { LonLat } from '@linli/map/geometry';
import type { RiderHome } from '#lib/desk/rider-home.ts';
import { planStops, type Stop } from './plan-stops.ts';

/**
 * The order of stops. It is planned anew when the tasks or dispatch's tour change or the rider picks one, never just
 * because the rider moved: what the screen says next must not flip on the way.
 */
export class StopPlan {
  stops = $state.raw<Stop[]>([]);
  chosenTaskId = $state<string | null>(null);
  #plannedFor = '';

  /** Plans when something changed; `position` is where the rider is, or the best guess. */
  update(
    { deliveries: tasks, tour }: Pick<RiderHome, 'deliveries' | 'tour'>,
    position: LonLat,
    now: number,
  ): void {
    if (!tasks.some((task) => task.id === this.chosenTaskId)) this.chosenTaskId = null;
    const state = tasks.map((task) => [task.id, task.status, task.order_status]);
    const plannedFor = JSON.stringify([state, tour, this.chosenTaskId]);
    if (plannedFor === this.#plannedFor) return;
    this.#plannedFor = plannedFor;
    this.stops = planStops(tasks, position, now, { firstTaskId: this.chosenTaskId, tour });
  }

  /** The rider wants to do this task next. */
  choose(taskId: string): void {
    this.chosenTaskId = taskId;
  }
}
