import type { OpeningHours } from './types.ts';

export interface HoursLine {
  /** Weekdays, Monday first, 0 is Sunday. */
  weekdays: number[];
  /** `09:00–21:00`, several joined by a comma; empty when closed. */
  ranges: string;
}

/** What a range says that ends when it begins: it lasts a whole day. */
export const allDay = '24 h';

const mondayFirst = [1, 2, 3, 4, 5, 6, 0];

/** A week's hours with equal neighbouring days drawn together. */
export function groupHours(hours: readonly OpeningHours[]): HoursLine[] {
  const lines: HoursLine[] = [];
  for (const weekday of mondayFirst) {
    const ranges = hours
      .filter((one) => one.weekday === weekday)
      .map((one) => (one.opens_at === one.closes_at ? allDay : range(one)))
      .join(', ');
    const last = lines.at(-1);
    if (last?.ranges === ranges) last.weekdays.push(weekday);
    else lines.push({ weekdays: [weekday], ranges });
  }
  return lines;
}

function range({ opens_at: opens, closes_at: closes }: OpeningHours): string {
  return `${opens.slice(0, 5)}–${closes.slice(0, 5)}`;
}
