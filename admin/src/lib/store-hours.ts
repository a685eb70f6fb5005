export type HourRange = { weekday: number; opens_at: string; closes_at: string };

/** `09:00:00` → `09:00`. */
export function clock(time: string): string {
  return time.slice(0, 5);
}

/** Minutes after the start of the day on which a range opens; a range that closes at or before it opens runs overnight. */
function span(range: HourRange): [number, number] {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const from = range.weekday * 1440 + minutes(range.opens_at);
  const length = minutes(range.closes_at) - minutes(range.opens_at);
  return [from, from + (length <= 0 ? length + 1440 : length)];
}

/** The weekdays on which two ranges lie over each other, counting nights that run into the next day. */
export function overlappingDays(ranges: readonly HourRange[]): number[] {
  const week = 7 * 1440;
  const days = new Set<number>();
  ranges.forEach((range, index) => {
    for (const other of ranges.slice(index + 1)) {
      const [a, b] = span(range);
      const [c, d] = span(other);
      const meets = [-week, 0, week].some((shift) => a < d + shift && c + shift < b);
      if (meets) days.add(other.weekday);
    }
  });
  return [...days].sort();
}
