export type WindowDraft = { weekdays: number[]; starts_at: string; ends_at: string };
export type WindowRow = { id: string; weekday: number; starts_at: string; ends_at: string };

const key = (weekday: number, starts: string, ends: string): string =>
  `${weekday} ${starts.slice(0, 5)} ${ends.slice(0, 5)}`;

/** The windows of each day as lines of equal times with all their days. */
export function groupWindows(rows: readonly WindowRow[]): WindowDraft[] {
  const groups = new Map<string, WindowDraft>();
  for (const row of [...rows].sort((a, b) => a.starts_at.localeCompare(b.starts_at))) {
    const starts_at = row.starts_at.slice(0, 5);
    const ends_at = row.ends_at.slice(0, 5);
    const known = groups.get(`${starts_at} ${ends_at}`);
    if (known) known.weekdays.push(row.weekday);
    else groups.set(`${starts_at} ${ends_at}`, { weekdays: [row.weekday], starts_at, ends_at });
  }
  return [...groups.values()];
}

/** What to write so that the stored windows become the edited lines. */
export function planWindows(
  before: readonly WindowRow[],
  after: readonly WindowDraft[],
): { remove: string[]; create: { weekday: number; starts_at: string; ends_at: string }[] } {
  const wanted = after.flatMap(({ weekdays, starts_at, ends_at }) =>
    weekdays.map((weekday) => ({ weekday, starts_at, ends_at })),
  );
  const wantedKeys = new Set(wanted.map((row) => key(row.weekday, row.starts_at, row.ends_at)));
  const knownKeys = new Set(before.map((row) => key(row.weekday, row.starts_at, row.ends_at)));
  const seen = new Set<string>();
  return {
    remove: before
      .filter((row) => !wantedKeys.has(key(row.weekday, row.starts_at, row.ends_at)))
      .map((row) => row.id),
    create: wanted.filter((row) => {
      const name = key(row.weekday, row.starts_at, row.ends_at);
      if (knownKeys.has(name) || seen.has(name)) return false;
      seen.add(name);
      return true;
    }),
  };
}
