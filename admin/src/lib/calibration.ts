/** Windows told on a day in a zone at a stage, and how many held. */
export type CalibrationDay = {
  day: string;
  zone_id: string;
  stage: number;
  count: number;
  held_p50_count: number;
  held_p90_count: number;
  mean_width_seconds: number;
};
export type CalibrationPoint = { day: string; count: number; p50: number; p90: number; widthSeconds: number };

/** Shares (0–1) of windows that held, day by day, over all zones of `rows`. */
export function calibrationPoints(rows: readonly CalibrationDay[]): CalibrationPoint[] {
  return [...Map.groupBy(rows, (row) => row.day)]
    .map(([day, here]) => {
      const sum = (of: (row: CalibrationDay) => number): number =>
        here.reduce((all, row) => all + of(row), 0);
      const count = sum((row) => row.count);
      return {
        day,
        count,
        p50: sum((row) => row.held_p50_count) / count,
        p90: sum((row) => row.held_p90_count) / count,
        widthSeconds: sum((row) => row.mean_width_seconds * row.count) / count,
      };
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}
