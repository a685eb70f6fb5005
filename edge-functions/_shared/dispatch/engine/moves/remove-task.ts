import type { Draft } from './draft.ts';

/** Takes a task that is not in hand out of its rider's route. */
export function removeTask(draft: Draft, task: number, rider: number): void {
  draft.set(
    rider,
    draft.route(rider).filter((node) => node >> 1 !== task),
  );
  draft.unservedCost += draft.state.model.unservedCost[task]!;
}
