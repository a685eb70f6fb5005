import type { OpeningHours } from './types.ts';

export interface HoursLine {
  /** Weekdays, Monday first, 0 is Sunday. */
  weekdays: number[];
  /** `09:00–21:00`, several joined by a comma; empty when closed. */
  ranges: string;
}

const mondayFirst = [1, 2, 3, 4, 5, 6, 0];

/** A week's hours with equal neighbouring days drawn together. */
export function groupHours(hours: readonly OpeningHours[]): HoursLine[] {
  const lines: HoursLine[] = [];
  for (const weekday of mondayFirst) {
    const ranges = hours
      .filter((one) => one.weekday === weekday)
      .map((one) => `${one.opens_at.slice(0, 5)}–${one.closes_at.slice(0, 5)}`)
      .join(', ');
    const last = lines.at(-1);
    if (last?.ranges === ranges) last.weekdays.push(weekday);
    else lines.push({ weekdays: [weekday], ranges });
  }
  return lines;
}
