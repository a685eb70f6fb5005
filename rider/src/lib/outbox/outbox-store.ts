import type { TaskCommand } from './task-command.ts';

/** Where commands wait. `list` answers them in the order in which they were added. */
export interface OutboxStore {
  list: (riderId: string) => Promise<TaskCommand[]>;
  add: (command: TaskCommand) => Promise<void>;
  remove: (key: string) => Promise<void>;
}
