/** Counts events in a sliding window of one-second buckets. */
export class Rate {
  #limit: number;
  #bucketMs: number;
  #counts: number[];
  #tick = 0;
  #total = 0;

  /** `perSecond` is the average allowed over `windowMs`. */
  constructor(perSecond: number, windowMs: number) {
    this.#limit = (perSecond * windowMs) / 1000;
    this.#bucketMs = Math.min(1000, windowMs);
    this.#counts = new Array<number>(Math.max(1, Math.ceil(windowMs / this.#bucketMs))).fill(0);
  }

  /** Counts `amount` events if they fit; false, and nothing counted, when they do not. */
  take(amount = 1, now = Date.now()): boolean {
    this.#advance(Math.floor(now / this.#bucketMs));
    if (this.#total + amount > this.#limit) return false;
    const index = this.#tick % this.#counts.length;
    this.#counts[index] = (this.#counts[index] ?? 0) + amount;
    this.#total += amount;
    return true;
  }

  /** True when the window is used up already. */
  isFull(now = Date.now()): boolean {
    this.#advance(Math.floor(now / this.#bucketMs));
    return this.#total >= this.#limit;
  }

  #advance(tick: number): void {
    const passed = Math.min(tick - this.#tick, this.#counts.length);
    for (let step = 1; step <= passed; step += 1) {
      const index = (tick - passed + step) % this.#counts.length;
      this.#total -= this.#counts[index] ?? 0;
      this.#counts[index] = 0;
    }
    if (tick > this.#tick) this.#tick = tick;
  }
}
