import type { OpenStatus } from '#lib/desk/rider-home.ts';
import type { TaskCommandName } from '#lib/outbox/task-command.ts';
import * as m from '#lib/paraglide/messages.js';

const acts: Record<TaskCommandName, () => string> = {
  arrive_at_store: m.act_arrive_at_store,
  pick_up_delivery: m.act_pick_up_delivery,
  arrive_at_customer: m.act_arrive_at_customer,
  deliver_delivery: m.act_deliver_delivery,
};

const steps: Record<OpenStatus, () => string> = {
  assigned: m.step_to_store,
  arrived_at_store: m.step_at_store,
  picked_up: m.step_to_customer,
  arrived_at_customer: m.step_at_customer,
};

/** What the big button says for a command. */
export function actText(name: TaskCommandName): string {
  return acts[name]();
}

/** What the rider is doing in a state. */
export function stepText(status: OpenStatus): string {
  return steps[status]();
}
