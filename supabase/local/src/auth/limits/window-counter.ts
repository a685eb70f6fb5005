interface Window {
  count: number;
  endsAt: number;
}

const MAX_KEYS = 50_000;

/** Counts events by key in windows of fixed length, in memory; old keys are forgotten first when there are too many. */
export class WindowCounter {
  readonly #windows = new Map<string, Window>();
  readonly #now: () => number;

  /** @param now milliseconds; tests give their own clock */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Events of this key in its current window. */
  count(key: string): number {
    return this.#current(key)?.count ?? 0;
  }

  /** Seconds until the current window of this key ends; 0 when there is none. */
  secondsLeft(key: string): number {
    const current = this.#current(key);
    return current === undefined ? 0 : Math.ceil((current.endsAt - this.#now()) / 1000);
  }

  /** Adds one event; the first of a window opens it for `seconds`. @returns the count with it */
  add(key: string, seconds: number): number {
    const current = this.#current(key);
    if (current !== undefined) return ++current.count;
    if (this.#windows.size >= MAX_KEYS) this.#makeRoom();
    this.#windows.set(key, { count: 1, endsAt: this.#now() + seconds * 1000 });
    return 1;
  }

  clear(key: string): void {
    this.#windows.delete(key);
  }

  #current(key: string): Window | undefined {
    const window = this.#windows.get(key);
    if (window === undefined || window.endsAt > this.#now()) return window;
    this.#windows.delete(key);
    return undefined;
  }

  #makeRoom(): void {
    const now = this.#now();
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(key);
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < MAX_KEYS) break;
      this.#windows.delete(key);
    }
  }
}
