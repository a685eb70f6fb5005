import type { DomainError } from '@linli/database';
import { retryDelay } from './is-worth-retry.ts';
import type { OutboxStore } from './outbox-store.ts';
import { sendPending, type SendOutcome } from './send-pending.ts';
import { createTaskCommand, type TaskCommand, type TaskCommandName } from './task-command.ts';

export interface OutboxListener {
  /** The platform has heard it. */
  onDone: (command: TaskCommand) => void;
  onRefused: (command: TaskCommand, error: DomainError) => void;
}

/**
 * What the rider did and the platform has not heard yet. Commands are written down first and sent at once where that
 * is possible, else again and again with growing pauses; only one tab sends.
 */
export class Outbox {
  pending = $state.raw<TaskCommand[]>([]);
  readonly #store: OutboxStore;
  readonly #riderId: string;
  readonly #send: (command: TaskCommand) => Promise<SendOutcome>;
  readonly #listener: OutboxListener;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isAgainWanted = false;

  constructor(
    store: OutboxStore,
    riderId: string,
    send: (command: TaskCommand) => Promise<SendOutcome>,
    listener: OutboxListener,
  ) {
    this.#store = store;
    this.#riderId = riderId;
    this.#send = send;
    this.#listener = listener;
  }

  /** Reads what an earlier visit left and sends it. */
  async start(): Promise<void> {
    this.pending = await this.#store.list(this.#riderId);
    if (this.pending.length > 0) void this.sync();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Writes a command down, then sends it in the background; resolves when it is safe on the phone. */
  async add(deliveryId: string, name: TaskCommandName, photo?: Blob): Promise<void> {
    const command = createTaskCommand(this.#riderId, deliveryId, name, photo);
    await this.#store.add(command);
    this.pending = [...this.pending, command];
    void this.sync();
  }

  /** Sends what waits. Calls while it runs make it run once more. */
  sync(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) {
      this.#isAgainWanted = true;
      return this.#running;
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#isAgainWanted = false;
      await navigator.locks.request(`linli-outbox-${this.#riderId}`, () => this.#round());
    } while (this.#isAgainWanted);
  }

  async #round(): Promise<void> {
    const report = await sendPending(this.#store, this.#riderId, this.#send, (command) => {
      this.#listener.onDone(command);
      this.pending = this.pending.filter((one) => one.key !== command.key);
    });
    this.pending = await this.#store.list(this.#riderId);
    for (const { command, error } of report.refused) this.#listener.onRefused(command, error);
    this.#attempt = report.stoppedBy ? this.#attempt + 1 : 0;
    if (report.stoppedBy) this.#timer = setTimeout(() => void this.sync(), retryDelay(this.#attempt));
  }
}
