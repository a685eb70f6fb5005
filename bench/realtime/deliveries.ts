/** What arrived of the messages that were sent; times in milliseconds. */
export class Deliveries {
  #sentAt: number[] = [];
  #copies: number[] = [];
  #latencies: number[] = [];
  #wake: (() => void) | null = null;
  readonly copiesOfEach: number;

  constructor(copiesOfEach: number) {
    this.copiesOfEach = copiesOfEach;
  }

  /** Notes that a message is on its way and gives its number. */
  send(): number {
    this.#copies.push(0);
    return this.#sentAt.push(performance.now()) - 1;
  }

  receive(sequence: number): void {
    const sentAt = this.#sentAt[sequence];
    if (sentAt === undefined) return;
    this.#latencies.push(performance.now() - sentAt);
    this.#copies[sequence] = (this.#copies[sequence] ?? 0) + 1;
    if (this.#latencies.length >= this.expected) this.#wake?.();
  }

  get expected(): number {
    return this.#sentAt.length * this.copiesOfEach;
  }

  get received(): number {
    return this.#latencies.length;
  }

  /** Copies that never came; a copy that came twice does not make up for one that is missing. */
  get lost(): number {
    return this.#copies.reduce((sum, copies) => sum + Math.max(0, this.copiesOfEach - copies), 0);
  }

  /** Waits until everything has come, or for `timeoutMs`. */
  async settle(timeoutMs: number): Promise<void> {
    if (this.received >= this.expected) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Latency below which `share` (0..1) of the copies arrived. */
  percentile(share: number): number {
    const sorted = this.#latencies.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}
