import { startOfDay } from './day-time.ts';

type Span = { starts_at: string; ends_at: string };

/** Minutes from the beginning of a calendar day to an instant; beyond 1440 on the day after. */
export function minuteOfDay(at: string, day: string, timeZone: string): number {
  return Math.round((Date.parse(at) - startOfDay(day, timeZone).getTime()) / 60_000);
}

/** The full hours that a day's grid has to show: 9 to 18 and whatever lies outside. */
export function hoursOf(spans: readonly Span[], day: string, timeZone: string): { from: number; to: number } {
  let from = 9;
  let to = 18;
  for (const span of spans) {
    from = Math.min(from, Math.floor(minuteOfDay(span.starts_at, day, timeZone) / 60));
    to = Math.max(to, Math.ceil(minuteOfDay(span.ends_at, day, timeZone) / 60));
  }
  return { from: Math.max(0, from), to: Math.min(30, to) };
}

/** Puts what overlaps side by side: for each row its column, and how many columns its group takes. */
export function packColumns<Row extends Span>(
  rows: readonly Row[],
): { row: Row; column: number; columns: number }[] {
  const packed: { row: Row; column: number; columns: number }[] = [];
  let group: { row: Row; column: number; columns: number }[] = [];
  let groupEnd = 0;
  let ends: number[] = [];
  const close = (): void => {
    for (const one of group) one.columns = ends.length;
    packed.push(...group);
    group = [];
    ends = [];
    groupEnd = 0;
  };
  for (const row of rows.toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))) {
    const start = Date.parse(row.starts_at);
    const end = Date.parse(row.ends_at);
    if (group.length > 0 && start >= groupEnd) close();
    const free = ends.findIndex((taken) => taken <= start);
    const column = free === -1 ? ends.length : free;
    ends[column] = end;
    groupEnd = Math.max(groupEnd, end);
    group.push({ row, column, columns: 1 });
  }
  close();
  return packed;
}
