import { settled } from '#lib/platform/open-database.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { TaskCommand } from './task-command.ts';

/** The outbox on the phone: it outlives reloads and flat batteries. */
export function createIndexedOutboxStore(database: IDBDatabase): OutboxStore {
  const table = (mode: IDBTransactionMode) => database.transaction('commands', mode).objectStore('commands');
  return {
    list: async (riderId) => {
      const rows: TaskCommand[] = await settled(table('readonly').getAll());
      return rows.filter((row) => row.riderId === riderId);
    },
    add: async (command) => {
      await settled(table('readwrite').add({ ...command }));
    },
    remove: async (key) => {
      const commands = table('readwrite');
      const sequence = await settled(commands.index('key').getKey(key));
      if (sequence !== undefined) await settled(commands.delete(sequence));
    },
  };
}
