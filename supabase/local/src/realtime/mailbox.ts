type Task = () => Promise<void> | void;

/** Runs tasks one after the other; at once, without a turn of the event loop, while nothing is waiting. */
export class Mailbox {
  #waiting: Task[] = [];
  #busy = false;
  #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  post(task: Task): void {
    if (this.#busy) {
      this.#waiting.push(task);
      return;
    }
    this.#run(task);
  }

  /** Forgets what has not begun. */
  clear(): void {
    this.#waiting.length = 0;
  }

  #run(first: Task): void {
    let task: Task | undefined = first;
    while (task) {
      const pending = this.#start(task);
      if (pending) {
        this.#busy = true;
        void pending.catch(this.#onError).finally(() => {
          this.#busy = false;
          const next = this.#waiting.shift();
          if (next) this.#run(next);
        });
        return;
      }
      task = this.#waiting.shift();
    }
  }

  #start(task: Task): Promise<void> | null {
    try {
      return task() ?? null;
    } catch (error) {
      this.#onError(error);
      return null;
    }
  }
}
