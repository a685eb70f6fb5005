import { hashText } from './random.ts';

/**
 * Maps a town's own road numbers (below a thousand million) to ids that no other town uses, stable for a
 * slug and exact as a JavaScript number.
 */
export function roadIdsOf(slug: string): (local: number) => number {
  const base = (1 + (hashText(slug) % 8_000_000)) * 1_000_000_000;
  return (local) => {
    if (!Number.isInteger(local) || local < 0 || local >= 1_000_000_000)
      throw new RangeError(`road number ${local} is out of range`);
    return base + local;
  };
}
