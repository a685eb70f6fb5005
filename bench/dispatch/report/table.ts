import type { DayFigures } from './measure-day.ts';

/** A day's figures with what its decisions took: milliseconds a tick, seconds of CPU in all. */
export interface ReportedDay extends DayFigures {
  tick_p99_ms: number;
  tick_cpu_p99_ms: number;
  cpu_s: number;
}

/** The JSON line a run ends with. */
export interface Summary {
  instances: ReportedDay[];
  mean: ReportedDay;
}

const columns: [keyof ReportedDay, string, number][] = [
  ['name', 'instance', 0],
  ['orders', 'orders', 0],
  ['delivered', 'deliv.', 0],
  ['floor', 'floor', 2],
  ['ctd_mean', 'mean', 2],
  ['ctd_p90', 'p90', 2],
  ['excess', 'excess', 3],
  ['overage', 'over', 2],
  ['ready_to_pickup', 'rtp', 2],
  ['cost_per_order', 'cost', 3],
  ['orders_per_bundle', 'bundle', 2],
  ['over_maximum', '>max', 0],
  ['dropped', 'drop', 0],
  ['violations', 'faults', 0],
  ['tick_p99_ms', 'p99ms', 1],
  ['tick_cpu_p99_ms', 'cpu99', 1],
  ['cpu_s', 'cpu_s', 1],
];

const width = (key: keyof ReportedDay): number => (key === 'name' ? 17 : 8);

export const tableHead = columns.map(([key, title]) => title.padStart(width(key))).join('');

/** One line of the table. */
export function tableRow(day: ReportedDay): string {
  return columns
    .map(([key, , digits]) => {
      const value = day[key];
      return (typeof value === 'number' ? value.toFixed(digits) : value).padStart(width(key));
    })
    .join('');
}

/** All days with their plain mean, rounded to four digits. */
export function summarise(days: readonly ReportedDay[]): Summary {
  const over = (key: Exclude<keyof ReportedDay, 'name'>): number =>
    round(days.reduce((sum, day) => sum + day[key], 0) / Math.max(1, days.length));
  const mean = { name: 'mean' } as ReportedDay;
  for (const [key] of columns) if (key !== 'name') mean[key] = over(key);
  return {
    instances: days.map((day) => {
      const rounded = { ...day };
      for (const [key] of columns) if (key !== 'name') rounded[key] = round(day[key]);
      return rounded;
    }),
    mean,
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
