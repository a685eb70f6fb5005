/** A binary heap of items by their key, smallest first; an item may be in it several times. */
export class NearestFirst {
  readonly #items: number[] = [];
  readonly #keys: number[] = [];

  clear(): void {
    this.#items.length = 0;
    this.#keys.length = 0;
  }

  push(item: number, key: number): void {
    const items = this.#items;
    const keys = this.#keys;
    let at = items.length;
    items.push(item);
    keys.push(key);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (keys[above]! <= key) break;
      items[at] = items[above]!;
      keys[at] = keys[above]!;
      at = above;
    }
    items[at] = item;
    keys[at] = key;
  }

  /** The item with the smallest key, taken out; −1 when the heap is empty. */
  pop(): number {
    const items = this.#items;
    const keys = this.#keys;
    const first = items[0];
    if (first === undefined) return -1;
    const item = items.pop()!;
    const key = keys.pop()!;
    const size = items.length;
    if (size === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && keys[below + 1]! < keys[below]!) below += 1;
      if (keys[below]! >= key) break;
      items[at] = items[below]!;
      keys[at] = keys[below]!;
      at = below;
    }
    items[at] = item;
    keys[at] = key;
    return first;
  }
}
