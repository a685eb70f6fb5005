/**
 * Moves the `count` items with the smallest keys to the front of `items[0 … size)`, in rising order (ties by item).
 * Looks at every item once and keeps a bounded heap, so a few of many are found without sorting all.
 */
export function chooseNearest(items: Int32Array, size: number, keys: Float64Array, count: number): number {
  const kept = Math.min(count, size);
  const isWorse = (a: number, b: number): boolean => keys[a]! > keys[b]! || (keys[a] === keys[b] && a > b);
  const sink = (start: number, end: number): void => {
    let at = start;
    const item = items[at]!;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= end) break;
      if (below + 1 < end && isWorse(items[below + 1]!, items[below]!)) below += 1;
      if (!isWorse(items[below]!, item)) break;
      items[at] = items[below]!;
      at = below;
    }
    items[at] = item;
  };
  for (let i = (kept >> 1) - 1; i >= 0; i -= 1) sink(i, kept);
  for (let i = kept; i < size; i += 1) {
    if (!isWorse(items[0]!, items[i]!)) continue;
    [items[0], items[i]] = [items[i]!, items[0]!];
    sink(0, kept);
  }
  for (let end = kept - 1; end > 0; end -= 1) {
    [items[0], items[end]] = [items[end]!, items[0]!];
    sink(0, end);
  }
  return kept;
}
