/** Remembers the last few thousand ids; the oldest are forgotten first. */
export class RecentIds {
  #ids = new Set<string>();
  #capacity: number;

  constructor(capacity = 10_000) {
    this.#capacity = capacity;
  }

  add(id: string): void {
    this.#ids.add(id);
    if (this.#ids.size <= this.#capacity) return;
    for (const oldest of this.#ids) {
      this.#ids.delete(oldest);
      return;
    }
  }

  /** True once for an id that was added. */
  take(id: string): boolean {
    return this.#ids.delete(id);
  }
}
