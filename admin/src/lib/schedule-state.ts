export type ScheduleState = 'live' | 'planned' | 'ended' | 'off';

/** How something with a schedule stands at `now` (milliseconds). */
export function scheduleState(
  row: { is_published: boolean; starts_at: string; ends_at: string | null },
  now: number,
): ScheduleState {
  if (!row.is_published) return 'off';
  if (row.ends_at !== null && Date.parse(row.ends_at) <= now) return 'ended';
  return Date.parse(row.starts_at) > now ? 'planned' : 'live';
}
