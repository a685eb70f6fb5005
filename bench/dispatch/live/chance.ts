import { Random } from '../../../edge-functions/_shared/dispatch/engine/model/random.ts';

/** Seeded chance of the simulation. */
export class Chance extends Random {
  /** A factor around 1 with a long tail to the right. */
  logNormal(sigma: number): number {
    const u = Math.max(1e-9, this.next());
    return Math.exp(sigma * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.next()));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  isLikely(share: number): boolean {
    return this.next() < share;
  }
}
