import type { DomainError } from '@linli/database';
import type { OutboxStore } from './outbox-store.ts';
import type { TaskCommand } from './task-command.ts';

/** What came of sending a command: `later` keeps it, the two others end it. */
export type SendOutcome =
  { kind: 'done' } | { kind: 'refused'; error: DomainError } | { kind: 'later'; error: DomainError };

export interface SendReport {
  done: TaskCommand[];
  refused: { command: TaskCommand; error: DomainError }[];
  /** Why the rest waits; null when nothing waits. */
  stoppedBy: DomainError | null;
}

/**
 * Sends what waits, oldest first, one at a time. The first command that cannot be heard stops the round, so order is
 * kept; a refused one is dropped together with the later commands of its task, which build on it. `onDone` is called
 * before a heard command leaves the store, so a screen never shows a step back.
 */
export async function sendPending(
  store: OutboxStore,
  riderId: string,
  send: (command: TaskCommand) => Promise<SendOutcome>,
  onDone: (command: TaskCommand) => void = () => {},
): Promise<SendReport> {
  const report: SendReport = { done: [], refused: [], stoppedBy: null };
  const brokenTasks = new Set<string>();
  for (const command of await store.list(riderId)) {
    if (brokenTasks.has(command.deliveryId)) {
      await store.remove(command.key);
      continue;
    }
    const outcome = await send(command);
    if (outcome.kind === 'later') return { ...report, stoppedBy: outcome.error };
    if (outcome.kind === 'done') {
      onDone(command);
      report.done.push(command);
    } else {
      brokenTasks.add(command.deliveryId);
      report.refused.push({ command, error: outcome.error });
    }
    await store.remove(command.key);
  }
  return report;
}
