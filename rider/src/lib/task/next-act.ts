import type { OpenStatus } from '#lib/desk/rider-home.ts';
import type { TaskCommandName } from '#lib/outbox/task-command.ts';

const acts: Record<OpenStatus, TaskCommandName> = {
  assigned: 'arrive_at_store',
  arrived_at_store: 'pick_up_delivery',
  picked_up: 'arrive_at_customer',
  arrived_at_customer: 'deliver_delivery',
};

/** The one command that carries a task on from its state. */
export function nextAct(status: OpenStatus): TaskCommandName {
  return acts[status];
}
