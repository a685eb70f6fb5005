import type { OpenStatus, RiderHome, Task } from '#lib/desk/rider-home.ts';
import type { TaskCommand, TaskCommandName } from './task-command.ts';

const step: Record<TaskCommandName, { from: OpenStatus; to: OpenStatus | 'delivered' }> = {
  arrive_at_store: { from: 'assigned', to: 'arrived_at_store' },
  pick_up_delivery: { from: 'arrived_at_store', to: 'picked_up' },
  arrive_at_customer: { from: 'picked_up', to: 'arrived_at_customer' },
  deliver_delivery: { from: 'arrived_at_customer', to: 'delivered' },
};

/**
 * The home as it will be once `commands` have arrived. A command that the platform already knows, or that does not
 * fit the state, changes nothing.
 */
export function applyPending(home: RiderHome, commands: readonly TaskCommand[]): RiderHome {
  return commands.reduce(applyOne, home);
}

function applyOne(home: RiderHome, command: TaskCommand): RiderHome {
  const { from, to } = step[command.name];
  const task = home.deliveries.find((one) => one.id === command.deliveryId && one.status === from);
  if (!task) return home;
  if (to !== 'delivered') return { ...home, deliveries: home.deliveries.map(advance(task, to)) };
  return {
    ...home,
    deliveries: home.deliveries.filter((one) => one !== task),
    today: {
      delivered_count: home.today.delivered_count + 1,
      earned_cents: home.today.earned_cents + task.rider_pay_cents + task.tip_cents,
    },
  };
}

function advance(task: Task, status: OpenStatus): (one: Task) => Task {
  return (one) => (one === task ? { ...one, status } : one);
}
